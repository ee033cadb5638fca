package edgeai.coordinator.upload;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.apache.commons.fileupload2.core.AbstractFileUpload;
import org.apache.commons.fileupload2.core.DiskFileItem;
import org.apache.commons.fileupload2.core.DiskFileItemFactory;
import org.apache.commons.fileupload2.core.FileItemHeaders;
import org.apache.commons.fileupload2.core.FileItemInputIterator;
import org.apache.commons.fileupload2.core.RequestContext;

/** Reads a multipart form part by part, as it arrives, without storing anything. */
final class MultipartBody
    extends AbstractFileUpload<MultipartBody.Request, DiskFileItem, DiskFileItemFactory> {

  /** Room for a file name of 300 characters, each of them four bytes, twice over. */
  private static final int HEADER_BYTES = 8 << 10;

  /** A body and its content type, which names the boundary. */
  record Request(InputStream body, String contentType) implements RequestContext {
    @Override
    public String getCharacterEncoding() {
      return StandardCharsets.UTF_8.name();
    }

    @Override
    public long getContentLength() {
      return -1;
    }

    @Override
    public String getContentType() {
      return contentType;
    }

    @Override
    public InputStream getInputStream() {
      return body;
    }

    @Override
    public boolean isMultipartRelated() {
      return false;
    }
  }

  static FileItemInputIterator parts(InputStream body, String contentType) throws IOException {
    MultipartBody reader = new MultipartBody();
    reader.setHeaderCharset(StandardCharsets.UTF_8);
    reader.setMaxPartHeaderSize(HEADER_BYTES);
    return reader.getItemIterator(new Request(body, contentType));
  }

  /** Undoes what forms of browsers do to three characters, and to no other. */
  @Override
  public String getFileName(FileItemHeaders headers) {
    String name = super.getFileName(headers);
    return name == null
        ? null
        : name.replace("%22", "\"").replace("%0D", "\r").replace("%0A", "\n");
  }

  @Override
  public FileItemInputIterator getItemIterator(Request request) throws IOException {
    return getItemIterator((RequestContext) request);
  }

  @Override
  public Map<String, List<DiskFileItem>> parseParameterMap(Request request) {
    throw new UnsupportedOperationException("parts are streamed");
  }

  @Override
  public List<DiskFileItem> parseRequest(Request request) {
    throw new UnsupportedOperationException("parts are streamed");
  }
}
