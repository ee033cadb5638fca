package edgeai.common.video;

/**
 * Brings pixels of high dynamic range to SDR, so that a detector sees what a person sees. Paper
 * white becomes white (ITU-R BT.2408); only a picture that has brighter pixels gets a {@link
 * ToneCurve}, over the largest of red, green and blue so that no hue changes. Each picture is
 * mapped by itself: the same frame gives the same pixels wherever decoding began.
 */
final class ToneMapper {
  /** Of the components that are read: 12 bits, as much as PQ needs to show no steps. */
  private static final int SIGNALS = 1 << 12;

  /** Steps of light between black and white, fine enough for the darkest codes. */
  private static final int LIGHTS = 1 << 16;

  /** Steps of the root of light up to white, and up to all that PQ can code: 10,000 / 203. */
  private static final int STEPS = 512;

  private static final int LAST_STEP = (int) (7.02 * STEPS);

  /** What share of the pixels may be brighter than the peak: lamps and reflections. */
  private static final double SPARKS = 0.001;

  /** Every fourth pixel of every fourth row tells the peak. */
  private static final int STRIDE = 4;

  /** ITU-R BT.1886. */
  private static final double SDR_GAMMA = 2.4;

  private final float[] matrix;
  private final float[] light = new float[SIGNALS];
  private final byte[] code = new byte[LIGHTS];
  private final float[] gains = new float[LAST_STEP + 1];

  ToneMapper(HdrTransfer transfer, Gamut gamut) {
    matrix = gamut.toBt709();
    for (int i = 0; i < SIGNALS; i++) {
      light[i] = (float) transfer.light(i / (SIGNALS - 1.0));
    }
    for (int i = 0; i < LIGHTS; i++) {
      code[i] = (byte) Math.round(255 * Math.pow(i / (LIGHTS - 1.0), 1 / SDR_GAMMA));
    }
  }

  /** Reads a row of a picture, as 12 bits of each component. */
  interface Rows {
    void read(int row, short[] red, short[] green, short[] blue);
  }

  /** Takes a row of pixels of three bytes: blue, green, red. */
  interface Sink {
    void write(int row, byte[] pixels);
  }

  void map(int width, int height, Rows from, Sink to) {
    ToneCurve curve = new ToneCurve(peak(width, height, from));
    for (int i = 0; i < gains.length; i++) {
      gains[i] = (float) curve.gain(square((i + 0.5) / STEPS));
    }
    float untouched = (float) curve.untouched();
    float[] row = new float[3 * width];
    byte[] mapped = new byte[3 * width];
    Light light = new Light(width);
    for (int y = 0; y < height; y++) {
      light.read(from, y, 1, row);
      for (int i = 0; i < row.length; i += 3) {
        float largest = Math.max(row[i], Math.max(row[i + 1], row[i + 2]));
        float gain = largest <= untouched ? 1 : gains[step(largest)];
        mapped[i] = code(row[i] * gain);
        mapped[i + 1] = code(row[i + 1] * gain);
        mapped[i + 2] = code(row[i + 2] * gain);
      }
      to.write(y, mapped);
    }
  }

  /** The light that hardly a pixel exceeds. */
  private double peak(int width, int height, Rows from) {
    int[] histogram = new int[LAST_STEP + 1];
    int count = 0;
    float[] row = new float[3 * width];
    Light light = new Light(width);
    for (int y = 0; y < height; y += STRIDE) {
      light.read(from, y, STRIDE, row);
      for (int i = 0; i < row.length; i += 3 * STRIDE) {
        histogram[step(Math.max(row[i], Math.max(row[i + 1], row[i + 2])))]++;
        count++;
      }
    }
    int brighter = 0;
    int step = LAST_STEP;
    while (step > 0 && brighter + histogram[step] <= count * SPARKS) {
      brighter += histogram[step--];
    }
    return square((step + 0.5) / STEPS);
  }

  private static double square(double root) {
    return root * root;
  }

  private static int step(float light) {
    return light <= 0 ? 0 : Math.min(LAST_STEP, (int) (Math.sqrt(light) * STEPS));
  }

  private byte code(float light) {
    int step = (int) (light * (LIGHTS - 1) + 0.5f);
    return step <= 0 ? 0 : step < LIGHTS ? code[step] : (byte) 255;
  }

  /** Reads rows as light in SDR whites, with the primaries of BT.709: blue, green, red. */
  private final class Light {
    private final short[] red;
    private final short[] green;
    private final short[] blue;

    Light(int width) {
      red = new short[width];
      green = new short[width];
      blue = new short[width];
    }

    void read(Rows from, int y, int stride, float[] row) {
      from.read(y, red, green, blue);
      float[] table = light;
      float[] m = matrix;
      for (int x = 0; x < red.length; x += stride) {
        float r = table[red[x]];
        float g = table[green[x]];
        float b = table[blue[x]];
        row[3 * x] = m[6] * r + m[7] * g + m[8] * b;
        row[3 * x + 1] = m[3] * r + m[4] * g + m[5] * b;
        row[3 * x + 2] = m[0] * r + m[1] * g + m[2] * b;
      }
    }
  }
}
