package edgeai.worker.camera;

import edgeai.common.admin.AdminClient;
import edgeai.common.admin.AdminLink;
import edgeai.common.admin.EventStore;
import edgeai.common.admin.LinkMetrics;
import edgeai.common.door.SentBearer;
import edgeai.common.guard.Schedule;
import edgeai.common.network.ConfiguredCalls;
import edgeai.common.video.DecoderCommand;
import edgeai.common.video.VideoLimits;
import edgeai.common.vision.ModelCard;
import edgeai.common.wire.CameraReport;
import edgeai.settings.InvalidSettingException;
import edgeai.settings.StartRefusal;
import edgeai.worker.infer.InferenceStage;
import edgeai.worker.infer.ModelInUse;
import edgeai.worker.infer.WorkerModel;
import edgeai.worker.settings.CameraSettings;
import edgeai.worker.settings.WorkerSettings;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.BeforeDestroyed;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * The camera of this worker, where it is one: started with it, then as the admin server commands.
 */
@ApplicationScoped
public class CameraNode {
  private static final Logger LOG = Logger.getLogger(CameraNode.class.getName());
  private static final long STOP_PATIENCE_MS = 1_500;

  private final WorkerSettings settings;
  private final InferenceStage inference;
  private final WorkerModel model;
  private final AdminClient client;
  private final SentBearer bearer;
  private final ConfiguredCalls calls;
  private final Clock clock;
  private final Schedule timer;
  private final ManagedExecutorService executor;

  private final FrameSlot slot = new FrameSlot();
  private volatile CountedClasses counted;
  private volatile boolean classesKnown;
  private EventStore store;
  private AdminLink link;
  private CommandSocket socket;
  private Capture capture;
  private SeenBefore before;
  private Watcher watcher;
  private List<Activity> serving = List.of();
  private List<Activity> watching = List.of();
  private volatile CameraState state = CameraState.STOPPED;

  @Inject
  public CameraNode(
      WorkerSettings settings,
      InferenceStage inference,
      WorkerModel model,
      AdminClient client,
      SentBearer bearer,
      ConfiguredCalls calls,
      Clock clock,
      Schedule timer,
      @Named("camera") ManagedExecutorService executor) {
    this.settings = settings;
    this.inference = inference;
    this.model = model;
    this.client = client;
    this.bearer = bearer;
    this.calls = calls;
    this.clock = clock;
    this.timer = timer;
    this.executor = executor;
  }

  /** For the container's proxy. */
  CameraNode() {
    this(null, null, null, null, null, null, null, null, null);
  }

  void start(@Observes @Initialized(ApplicationScoped.class) Object event) {
    settings.camera().ifPresent(this::start);
  }

  private void start(CameraSettings camera) {
    camera
        .source()
        .refusal(calls)
        .ifPresent(why -> StartRefusal.refuse("CAMERA_SOURCE: the source " + why));
    CameraMessages messages = new CameraMessages(camera.identity().id());
    counted = new CountedClasses(camera.classes());
    model.card().ifPresent(this::lookUpClasses);
    store = openStore();
    link =
        new AdminLink(
            client, camera.admin(), camera.identity(), store, camera.heartbeat(), this::condition);
    socket =
        new CommandSocket(
            camera.admin(), bearer, calls, camera.identity().inAddress(), messages, this::obey);
    capture =
        new Capture(
            camera,
            calls,
            DecoderCommand.ofServer(settings.dataDir()),
            VideoLimits.DEFAULT.withMaxPixels(settings.maxPixels()),
            timer,
            slot);
    CameraSightings sightings = new CameraSightings(camera, counted, link, clock);
    before = new SeenBefore(camera.skipStill());
    watcher =
        new Watcher(
            settings.workerId(), slot, inference, camera.tiles(), sightings::see, before, clock);
    LinkMetrics.register(link);
    serving = List.of(Activity.start(executor, link), Activity.start(executor, socket));
    begin();
  }

  /** Only now it is known which classes there are. */
  void onModel(@Observes ModelInUse event) {
    if (counted != null) {
      lookUpClasses(event.card());
    }
  }

  /**
   * What was written is held against the first model; one that the pool is switched to is later.
   */
  private void lookUpClasses(ModelCard model) {
    if (classesKnown) {
      List<String> missing = counted.follow(model);
      if (!missing.isEmpty()) {
        LOG.log(
            Level.WARNING,
            "CAMERA_CLASSES: the model {0} has no {1}, which are not counted",
            new Object[] {model.name(), String.join(", ", missing)});
      }
      return;
    }
    try {
      counted.lookUp(model);
      classesKnown = true;
    } catch (InvalidSettingException e) {
      StartRefusal.refuse(e.getMessage());
    }
  }

  private EventStore openStore() {
    Path file = settings.dataDir().resolve("camera").resolve("events");
    try {
      return EventStore.open(file, EventStore.MAX_EVENTS, EventStore.MAX_BYTES);
    } catch (IOException e) {
      throw StartRefusal.refuse(
          "Events for the admin server cannot be kept in %s: %s.".formatted(file, e));
    }
  }

  /** Does what a command says and gives the state that it left. */
  synchronized CameraState obey(RemoteCommand command) {
    LOG.log(Level.INFO, "the admin server says {0}", command.word());
    if (command != RemoteCommand.START) {
      end();
    }
    if (command != RemoteCommand.STOP) {
      begin();
    }
    return state;
  }

  private synchronized void begin() {
    if (state == CameraState.STOPPED) {
      slot.clear();
      watching =
          List.of(Activity.start(executor, capture::run), Activity.start(executor, watcher::run));
      state = CameraState.RUNNING;
    }
  }

  /** Once this returns, no frame is captured and none that is still being inferred is reported. */
  private synchronized void end() {
    watching.forEach(Activity::interrupt);
    for (Activity activity : watching) {
      if (!activity.hasEnded(STOP_PATIENCE_MS)) {
        LOG.info("an inference is still under way; its result will not be reported");
      }
    }
    watching = List.of();
    state = CameraState.STOPPED;
  }

  private CameraReport condition() {
    CameraState now = state;
    return new CameraReport(now.word(), now == CameraState.STOPPED ? null : capture.trouble());
  }

  /** How the camera does, empty where this worker is none. */
  public Optional<CameraStatus> status() {
    return link == null
        ? Optional.empty()
        : settings
            .camera()
            .map(camera -> CameraStatus.of(camera, state, capture, slot, before, link, socket));
  }

  /** Whether it watches its source, or was told not to; true where this worker is no camera. */
  public boolean isReady() {
    return settings.camera().isEmpty()
        || capture != null && (capture.isOpen() || state == CameraState.STOPPED);
  }

  /** Before the beans it needs are destroyed. */
  void leave(@Observes @BeforeDestroyed(ApplicationScoped.class) Object event) {
    if (link != null) {
      end();
      serving.forEach(Activity::interrupt);
      try {
        store.close();
      } catch (IOException e) {
        LOG.log(Level.FINE, "the store of events was not closed", e);
      }
    }
  }
}
