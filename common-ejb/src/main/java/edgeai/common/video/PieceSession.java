package edgeai.common.video;

import edgeai.common.piece.MalformedPieceException;
import edgeai.common.piece.PieceFrame;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Decodes pieces of one video inside the child, one after another, until there are no more. */
final class PieceSession {
  private final long maxPixels;
  private final DataInputStream in;
  private final ParentLine line;

  PieceSession(long maxPixels, DataInputStream in, DataOutputStream out) {
    this.maxPixels = maxPixels;
    this.in = in;
    this.line = new ParentLine(out);
  }

  /** Reads each piece to its end before it says anything of it. */
  void run() throws VideoException, IOException {
    while (true) {
      PieceRequest request;
      try {
        request = PieceRequest.read(in);
      } catch (EOFException e) {
        return;
      } catch (MalformedPieceException e) {
        throw VideoException.refused("came as a piece that cannot be: " + e.getMessage());
      }
      PiecePayload payload = new PiecePayload(in);
      try (PiecePackets packets = new PiecePackets(request.header(), payload)) {
        decode(request, packets);
      } catch (EOFException e) {
        if (!payload.isBrokenOff()) {
          throw e;
        }
      } catch (UncheckedIOException e) {
        throw e.getCause();
      }
    }
  }

  private void decode(PieceRequest request, PiecePackets packets)
      throws VideoException, IOException {
    if (request.header().frames().stream().anyMatch(PieceFrame::pictureWanted)) {
      ChildLibraries.loadPicturesAhead();
    }
    try (PieceTrack track = new PieceTrack(request.header().track());
        PieceReader reader =
            new PieceReader(
                track, packets, request.header().frames(), maxPixels, line::signOfLife);
        PieceWork work = new PieceWork(request, track, reader, maxPixels, line)) {
      line.send(work.run());
    }
  }
}
