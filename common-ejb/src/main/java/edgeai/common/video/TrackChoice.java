package edgeai.common.video;

import static org.bytedeco.ffmpeg.global.avcodec.avcodec_find_decoder;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_get_name;
import static org.bytedeco.ffmpeg.global.avformat.AV_DISPOSITION_ATTACHED_PIC;
import static org.bytedeco.ffmpeg.global.avformat.AV_DISPOSITION_DEFAULT;
import static org.bytedeco.ffmpeg.global.avutil.AVMEDIA_TYPE_VIDEO;
import static org.bytedeco.ffmpeg.global.avutil.AV_NOPTS_VALUE;
import static org.bytedeco.ffmpeg.global.avutil.av_dict_get;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bytedeco.ffmpeg.avcodec.AVCodec;
import org.bytedeco.ffmpeg.avcodec.AVCodecParameters;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVDictionaryEntry;

/**
 * Which of several video tracks is looked at: of those that can be decoded the default one, with
 * the most pixels where the container marks several or none, unless another is clearly longer.
 */
final class TrackChoice {
  private static final Set<String> DECODERS = Set.of(GuardedInput.CODECS.split(","));
  private static final double CLEARLY = 1.5;
  private static final double CLEARLY_SECONDS = 1;

  /** As Matroska's statistics tags have it. */
  private static final Pattern TAGGED = Pattern.compile("(\\d{1,6}):(\\d\\d):(\\d\\d\\.?\\d*)");

  private final List<AVStream> tracks = new ArrayList<>();
  private final AVStream chosen;

  /** Chooses among the tracks of a container whose streams are known. */
  TrackChoice(AVFormatContext container) {
    for (int i = 0; i < container.nb_streams(); i++) {
      if (isVideo(container.streams(i))) {
        tracks.add(container.streams(i));
      }
    }
    chosen = tracks.isEmpty() ? null : choose();
  }

  /** Whether it is one, and not a picture that stands for the whole. */
  static boolean isVideo(AVStream stream) {
    return stream.codecpar().codec_type() == AVMEDIA_TYPE_VIDEO
        && (stream.disposition() & AV_DISPOSITION_ATTACHED_PIC) == 0;
  }

  /** The track; empty where there is none. */
  Optional<AVStream> track() {
    return Optional.ofNullable(chosen);
  }

  /** What was left out, in words that go on after "the file"; null where nothing was. */
  String remark() {
    if (tracks.size() < 2) {
      return null;
    }
    AVCodecParameters parameters = chosen.codecpar();
    String said =
        "has %d video tracks, of which only number %d (%s, %dx%d) was looked at"
            .formatted(
                tracks.size(),
                1 + tracks.indexOf(chosen),
                codec(chosen),
                parameters.width(),
                parameters.height());
    return tracks.stream()
        .filter(track -> !decodes(track))
        .findFirst()
        .map(track -> said + reason(track))
        .orElse(said);
  }

  private String reason(AVStream track) {
    return ": number %d cannot be decoded (%s)".formatted(1 + tracks.indexOf(track), codec(track));
  }

  private AVStream choose() {
    List<AVStream> candidates = some(TrackChoice::wasSeen, some(TrackChoice::decodes, tracks));
    AVStream first =
        some(TrackChoice::isDefault, candidates).stream()
            .max(Comparator.comparingLong(TrackChoice::pixels))
            .orElseThrow();
    AVStream longest =
        candidates.stream().max(Comparator.comparingDouble(TrackChoice::seconds)).orElseThrow();
    boolean known = seconds(first) > 0;
    return known && seconds(longest) > CLEARLY * seconds(first) + CLEARLY_SECONDS ? longest : first;
  }

  /** Those it is true of, or all where it is true of none; of equal ones the first comes last. */
  private static List<AVStream> some(Predicate<AVStream> wanted, List<AVStream> all) {
    List<AVStream> those = all.stream().filter(wanted).toList();
    return those.isEmpty() ? all : those;
  }

  private static boolean isDefault(AVStream track) {
    return (track.disposition() & AV_DISPOSITION_DEFAULT) != 0;
  }

  private static boolean decodes(AVStream track) {
    AVCodec decoder = avcodec_find_decoder(track.codecpar().codec_id());
    return decoder != null && DECODERS.contains(decoder.name().getString());
  }

  /** Whether probing came to see a picture, or knows at least what it will be like. */
  private static boolean wasSeen(AVStream track) {
    return track.codecpar().format() >= 0 && track.codecpar().width() > 0;
  }

  private static long pixels(AVStream track) {
    return (long) track.codecpar().width() * track.codecpar().height();
  }

  private static String codec(AVStream track) {
    return avcodec_get_name(track.codecpar().codec_id()).getString();
  }

  /** As the container says, 0 where it does not. */
  private static double seconds(AVStream track) {
    if (track.duration() != AV_NOPTS_VALUE && track.duration() > 0) {
      return track.duration() * MediaFile.value(track.time_base());
    }
    AVDictionaryEntry tag = av_dict_get(track.metadata(), "DURATION", null, 0);
    Matcher tagged = TAGGED.matcher(tag == null ? "" : tag.value().getString());
    return tagged.lookingAt()
        ? 3600 * Double.parseDouble(tagged.group(1))
            + 60 * Double.parseDouble(tagged.group(2))
            + Double.parseDouble(tagged.group(3))
        : 0;
  }
}
