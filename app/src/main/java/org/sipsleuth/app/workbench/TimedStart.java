package org.sipsleuth.app.workbench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import javafx.animation.PauseTransition;
import javafx.beans.value.ObservableNumberValue;
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
/// paragraph with kind and outcome was drawn, and closes the window. Without an answer the window
/// closes some seconds after all is at rest, and nothing is written. Each file holds one number and a line end.
final class TimedStart {

    private static final Logger LOG = LoggerFactory.getLogger(TimedStart.class);
    static final String WINDOW = "sipsleuth.first-window";
    static final String ANSWER = "sipsleuth.first-answer";

    /// A machine under load draws the answer some seconds after all is at rest.
    private static final javafx.util.Duration LAST_MOMENT = javafx.util.Duration.seconds(15);

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
        await(workbench.firstAnswer().millisProperty(), workbench::onceAtRest, LAST_MOMENT, millis -> {
            millis.ifPresent(known -> write(file, known));
            close.run();
        });
        workbench.openSampleIncident();
    }

    /// Waits for the answer, and for some time after all is at rest.
    ///
    /// @param answer in milliseconds; negative until it is drawn
    /// @param onceAtRest does something once all is at rest
    /// @param moment how long the answer may come later than that
    /// @param then gets the answer, or that there is none; called once
    static void await(ObservableNumberValue answer, Consumer<Runnable> onceAtRest, javafx.util.Duration moment,
            Consumer<OptionalLong> then) {
        PauseTransition last = new PauseTransition(moment);
        last.setOnFinished(_ -> then.accept(OptionalLong.empty()));
        answer.addListener((_, _, now) -> {
            if (now.longValue() >= 0) {
                last.stop();
                then.accept(OptionalLong.of(now.longValue()));
            }
        });
        onceAtRest.accept(() -> {
            if (answer.longValue() < 0) {
                last.playFromStart();
            }
        });
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
