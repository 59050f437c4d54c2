package org.sipsleuth.app.workbench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import javafx.animation.PauseTransition;
import org.sipsleuth.file.OutputFile;
import org.sipsleuth.file.OutputRules;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Times the start of the window, for those who ask from outside by system properties. Used on the
/// JavaFX thread.
///
/// `-Dsipsleuth.first-window=FILE` writes into the file how many milliseconds passed from the start
/// of the process until the first page was drawn. `-Dsipsleuth.first-answer=FILE` opens the sample
/// incident then, as a click on it does, writes how many milliseconds passed from that until its
/// paragraph with kind and outcome was drawn, and closes the window. If none comes within a minute
/// the window closes and nothing is written. Each file holds one number and a line end.
final class TimedStart {

    private static final Logger LOG = LoggerFactory.getLogger(TimedStart.class);
    static final String WINDOW = "sipsleuth.first-window";
    static final String ANSWER = "sipsleuth.first-answer";
    private static final double PATIENCE_MILLIS = 60_000;

    private TimedStart() {}

    /// Does what is asked for, once the window is shown.
    ///
    /// @param close closes the window
    static void follow(Workbench workbench, Runnable close) {
        OnceDrawn.run(workbench.root(), () -> {
            long millis = sinceStart();
            LOG.debug("The first page was on the screen {} ms after the start", millis);
            file(WINDOW).ifPresent(file -> write(file, millis));
            file(ANSWER).ifPresent(file -> ask(workbench, file, close));
        });
    }

    private static void ask(Workbench workbench, Path file, Runnable close) {
        workbench.firstAnswer().millisProperty().addListener((_, _, now) -> {
            if (now.longValue() >= 0) {
                write(file, now.longValue());
                close.run();
            }
        });
        workbench.openSampleIncident();
        PauseTransition patience = new PauseTransition(javafx.util.Duration.millis(PATIENCE_MILLIS));
        patience.setOnFinished(_ -> close.run());
        patience.play();
    }

    private static Optional<Path> file(String property) {
        return Optional.ofNullable(System.getProperty(property)).filter(name -> !name.isEmpty()).map(Path::of);
    }

    private static long sinceStart() {
        Instant start = ProcessHandle.current().info().startInstant().orElseGet(Instant::now);
        return Duration.between(start, Instant.now()).toMillis();
    }

    private static void write(Path file, long millis) {
        try {
            byte[] line = (millis + "\n").getBytes(StandardCharsets.US_ASCII);
            OutputFile.write(file, OutputRules.CONFIRMED, out -> out.write(line));
        } catch (IOException e) {
            LOG.warn("{} cannot be written", file, e);
        }
    }
}
