package edgeai.cli.command;

/**
 * What {@code ./edge help} prints. It is no file, since a jar in a folder of an odd name is not
 * found by its address.
 */
public final class Help {
  public static final String TEXT =
      """
      Edge Co-Intelligence: finds objects in videos, on this machine and on others. A command's own
      part of this is printed by ./edge NAME --help.

        ./edge demo [VIDEO]       builds what is missing, starts a coordinator and two workers, sends
                                  them the video and shows what they found; Ctrl-C ends it. Without
                                  a video it takes the clip of this checkout, and shows beside what
                                  was found what is really there
            --workers N           0 to 64 workers on this machine (2)
            --sample-fps F        frames taken per second of video, 0 for every frame (5)
            --exit                ends after the tables; the exit status is 0 where the job completed
            --port P              the coordinator's port (8000)
            --worker-port P       the first worker's port (9001)
            --admin-port P        the admin server's port (8001)
            --no-admin            without the admin server
            --data DIR            where the data is kept, a folder for each server in it
                                  (DATA_DIR, else .edge/data)
            --tls                 all of them speak TLS, with certificates of a private authority, which
                                  is made in .edge/tls; shows its fingerprint
        ./edge up                 starts the same servers without a video
                                  (--workers, --port, --worker-port, --admin-port, --no-admin, --data,
                                  --tls)
            --cameras N           0 to 64 camera nodes on this machine (0), camera-1 to camera-N
            --camera-source S     what they watch: a video, looped (the demo clip), an rtsp:// or
                                  http:// stream, or the index of a webcam
            --camera-source-file F  the same from a file, for an address with a password
            --camera-port P       the first camera's port (9101)
            --prometheus          with a Prometheus beside them, on loopback, that knows them all and the
                                  project's alerts; the program has to be on the PATH
            --prometheus-port P   its port (9090)
        ./edge soak               starts the same servers and a camera, keeps them at work with the demo
                                  clip, freezes a worker now and then, and shows at its end, or at
                                  Ctrl-C, whether memory, threads, open files and the database grew;
                                  samples and chart are in .edge/soak, the data, which it empties
                                  first, in soak-data there or in the folder that is named
                                  (--workers, --port, --worker-port, --admin-port, --no-admin,
                                  --cameras, --camera-port, --data, --tls)
            --minutes N           1 to 1440 minutes (60)
        ./edge doctor             looks, before servers start or when they do not do what they should, at
                                  Java, settings, ports, disk, memory, model, GPU, databases, and at
                                  whom COORDINATOR_URL and ADMIN_URL name: a line each, ok, warning or
                                  trouble with the way out; starts nothing; the exit status is 1 where
                                  there is trouble (--workers, --port, --worker-port, --admin-port,
                                  --no-admin, --data)
            --json                for programs
        ./edge status             what runs here, also where others started it, on which model; the
                                  exit status is 0 where all of this checkout is ready, or all of the
                                  others where nothing of it runs
        ./edge logs [SERVER]      what coordinator, admin, worker-1, camera-1 ... said last; all of them
                                  without a name
            --lines N             0 to 10000 lines of each (50)
            --follow              goes on with what comes, until Ctrl-C
        ./edge version            of this project, its commit, Java, Payara, ONNX Runtime and models
            --json                for programs
        ./edge model list         the models that the coordinator which runs here has: name, classes, input,
                                  licence as the file says it, what a frame costs each worker
        ./edge model show NAME    everything that is known of one; NAME may be its SHA-256
        ./edge model add FILE     puts an ONNX file, of this machine or from an https address, on the
                                  shelf once the coordinator has proven it
            --name N              what it is called (as the file)
            --sha256 H            refuses any other file
        ./edge model use NAME     has the whole pool go by it, without a restart; jobs that have begun end
                                  with the model they began with
        ./edge model bench [NAME]...  measures models, all without a name: ms a frame on each worker, and
                                  agreement with what a job found
            --job ID              that job (the newest that was completed)
        ./edge model remove NAME  takes it off the shelf
            --coordinator URL     of another coordinator, with each of them
            --token-file F        with the token in that file (TOKEN_FILE)
            --json                for programs: list, show, bench
        ./edge token create       makes a token by which somebody, or something, may call servers that
                                  others reach; it is shown once
            --role R              viewer (reads, watches), operator (uploads, controls and removes, too),
                                  admin (everything) or node (a worker or a camera)
            --name N              what it is called: laptop-7
            --expires T           until then: 30d, 12h, 90m (for ever)
            --out FILE            into a file of yours alone, for --token-file, and not shown
        ./edge token list         all of them; --json for programs
        ./edge token revoke NAME  counts for nothing from now on, for what is open, too
            --data DIR            of servers whose data is there, with each of them
        ./edge join [worker|camera]  prints the one line that makes another machine a worker of the coordinator,
                                  or a camera of the admin server, that runs here; it is good once
                                  and for ten minutes (--data)
        ./edge user add NAME      somebody who logs in on a dashboard, with a password that is asked for
                                  (--role, --data)
            --password-file F     takes the first line of a file instead
        ./edge user password NAME another password (--password-file)
        ./edge user list          all of them
        ./edge user remove NAME   may not log in any more, and is out
        ./edge audit              who did what, when and from where: what was changed or refused at
                                  the servers of this machine, and by this command
            --follow              goes on with what comes, until Ctrl-C
            --since T             from then on: 2h, 3d, 2026-11-29T08:00:00Z
            --who NAME            of a token, an account or an address, or about a job, a worker ...
            --json                for programs: the lines as they were written
            --data DIR            of servers whose data is there
        ./edge config [SERVER]    every setting, or those of coordinator, worker, camera or admin: its
                                  value, where that comes from and what it means
            --json                for programs
            --data DIR            as with the commands that start servers
        ./edge db backup FILE     what the coordinator has in its database, while it runs: a file that H2
                                  and PostgreSQL can be filled from
        ./edge db restore FILE    fills the database of its next start, which has to be empty
        ./edge db copy postgresql copies what coordinator and admin server have in their files, running or
                                  not, to where DB_URL says; copy h2 brings it back
            --replace             sets aside what is in a database that is filled
            --of admin            of the admin server, instead of the coordinator or of both
            --data DIR            of a server whose data is there
        ./edge down               ends whatever of this checkout still runs
        ./edge build              builds what is older than its sources
        ./edge dist               archives that run where there is no Java, in .edge/dist: one for servers,
                                  one for workers and cameras
            --out DIR             in another folder
            --platform P          for linux-x86_64, linux-aarch64, macos-x86_64 or macos-aarch64
            --jdk DIR             with the JDK of that platform, which has its folder jmods
        ./edge test               all tests but the long ones; --all for those too
        ./edge bench [NAME]...    measures and prints one table: figures of this checkout on this machine
                                  beside references. Without a name all but the last of: kernels (the
                                  steps before and after the network), peers (the same model and frames
                                  in DJL and in OpenCV), cuda (a GPU beside the CPU), efficiency (a job
                                  beside bare inference and a plain program), machines (two processors
                                  as two machines), servers (start, memory, a large upload), viewers (of
                                  the live stream: what they get, what they cost), scaling (many places
                                  beside one), dispatch (what the coordinator adds to a frame), databases
                                  (the ledger in PostgreSQL and in H2), events
                                  (an admin server under load, and what reads cost with a million rows),
                                  still (frames that show nothing new), long (an hour of video)
            --quick               rougher figures in less time
            --all                 more figures in much more time: long and ten million rows, too
            --json FILE           writes them to a file, too
        ./edge chaos              starts servers of its own, breaks them in every way it knows amid jobs
                                  and prints a table: no frame may be lost or done twice
            --runs N              runs of each fault (3)
            --only A,B            some of: none kill freeze slow reset garbage other-frame nan empty flap
                                  other-model twins black-hole slow-network coordinator-kill upload-kill
                                  admin-away coordinator-term no-worker more-workers postgres-freeze
                                  postgres-kill
        ./edge chaos --live       kills, freezes and mends the servers that ./edge up or ./edge demo runs
                                  in this checkout, at random, while they work on the demo clip; Ctrl-C
                                  mends all and says whether the ledger balances
            --minutes N           ends by itself after N minutes
        ./edge fuzz               starts servers of its own and sends them wrong input of every kind it
                                  knows, drawn from a seed: no answer may be an error of the server,
                                  nothing may die, grow or be harmed; prints a table
            --requests N          cases (10000)
            --seed N              draws the same ones again
            --case N              only that one of --seed

      One server alone, for more than one machine:

        HOST=192.168.1.20 ./edge coordinator [--port 8000] [--data DIR]
            --line                prints, for a shell, the line that starts the server; makes its
                                  folders and starts nothing
        ./edge worker --coordinator http://192.168.1.20:8000 [--port 9001] [--id ID] [--address IP]
                                  [--token-file F] [--join CODE [--fingerprint F]] [--data DIR]
                                  listens on, and is known by, the address from which this machine
                                  reaches the coordinator; --address overrides that (--line)
        HOST=192.168.1.20 ./edge admin [--port 8001] [--data DIR] (--line)
        ./edge camera --admin http://192.168.1.20:8001 --source S --id ID [--name N] [--port 9101]
                                  [--source-file F] [--token-file F] [--join CODE [--fingerprint F]]
                                  [--data DIR]
                                  watches S (an address with a password is read from a file, or from
                                  CAMERA_SOURCE), finds objects with the model of this checkout, reports
                                  to the admin server and obeys it (--line)
        ./edge exec SERVER        becomes one of these four, with the same options: one process, which
                                  logs to its output and ends with 0 after SIGTERM. For systemd,
                                  containers and whatever else watches processes itself

      Settings are environment variables, or lines of edge.properties beside this command, in the folder
      for data or where --config FILE says, and reach every server that is started: MODEL (an ONNX file;
      unset, the model of this checkout), PROVIDER, SAMPLE_FPS, CONFIDENCE_THRESHOLD, INFER_CALLERS,
      INFER_THREADS, ... HOST is where the coordinator and
      the admin server listen (127.0.0.1). DATA_DIR, or --data DIR, is where data is kept: by one server
      in the folder itself, by several in a folder each; otherwise that is .edge/data/<server>. Logs are
      in .edge/log. Needed: a JDK 21 or newer (the newest of this machine is taken), and Node.js 20.19
      or newer for the build; Maven 3.9 is taken from the machine or fetched.

      What is behind ./edge coordinator, worker, admin and camera, after ./edge build:

        HOST=127.0.0.1 PORT=8000 DATA_DIR=data/coordinator java -Dedge.host=127.0.0.1 -Dorg.glassfish.startupThreadPolicy=USE_NO_THREADS -Djava.io.tmpdir=/tmp -jar payara-config/target/payara-micro.jar --prebootcommandfile payara-config/boot/pre-boot.txt --postdeploycommandfile payara-config/boot/post-deploy.txt --logproperties payara-config/boot/logging.properties --addlibs payara-config/target/libs --port 8000 --nocluster --disablephonehome --contextroot / --deploy coordinator-war/target/coordinator-war.war

        COORDINATOR_URL=http://127.0.0.1:8000 WORKER_ID=worker-1 HOST=127.0.0.1 PORT=9001 ADVERTISE_ADDRESS=127.0.0.1 DATA_DIR=data/worker-1 java -Dedge.host=127.0.0.1 -Dorg.glassfish.startupThreadPolicy=USE_NO_THREADS -Djava.io.tmpdir=/tmp -jar payara-config/target/payara-micro.jar --prebootcommandfile payara-config/boot/pre-boot.txt --postdeploycommandfile payara-config/boot/post-deploy.txt --logproperties payara-config/boot/logging.properties --addlibs payara-config/target/libs --port 9001 --nocluster --disablephonehome --contextroot / --deploy worker-war/target/worker-war.war

        HOST=127.0.0.1 PORT=8001 DATA_DIR=data/admin java -Dedge.host=127.0.0.1 -Dorg.glassfish.startupThreadPolicy=USE_NO_THREADS -Djava.io.tmpdir=/tmp -jar payara-config/target/payara-micro.jar --prebootcommandfile payara-config/boot/pre-boot.txt --postdeploycommandfile payara-config/boot/post-deploy.txt --logproperties payara-config/boot/logging.properties --addlibs payara-config/target/libs --port 8001 --nocluster --disablephonehome --contextroot / --deploy admin-war/target/admin-war.war

        CAMERA_SOURCE=model/demo/street.mp4 CAMERA_ID=camera-1 ADMIN_URL=http://127.0.0.1:8001 HOST=127.0.0.1 PORT=9101 DATA_DIR=data/camera-1 java -Dedge.host=127.0.0.1 -Dorg.glassfish.startupThreadPolicy=USE_NO_THREADS -Djava.io.tmpdir=/tmp -jar payara-config/target/payara-micro.jar --prebootcommandfile payara-config/boot/pre-boot.txt --postdeploycommandfile payara-config/boot/post-deploy.txt --logproperties payara-config/boot/logging.properties --addlibs payara-config/target/libs --port 9101 --nocluster --disablephonehome --contextroot / --deploy worker-war/target/worker-war.war

      ./edge adds limits on memory (ServerJvm in cli/src/main/java/edgeai/cli/server) and a temporary
      folder and a -Dorg.bytedeco.javacpp.cachedir=<data folder>/cache/natives of each server's own,
      which two servers on one machine need.

      On Windows use WSL, or the lines above, with the variables set beforehand.
      """;

  private Help() {}
}
