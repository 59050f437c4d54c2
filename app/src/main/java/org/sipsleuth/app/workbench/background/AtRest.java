package org.sipsleuth.app.workbench.background;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What the start script wants done once the program has answered, or its window is at rest: its
/// caches are made then, in a process of its own that nobody waits for.
public final class AtRest {

    private static final Logger LOG = LoggerFactory.getLogger(AtRest.class);

    /// The system property with the path of the program that is run; none if it is empty.
    private static final String PROGRAM = "sipsleuth.at-rest";

    /// The system property that makes the window close.
    private static final String CLOSES = "sipsleuth.closes-at-rest";

    private static final AtomicBoolean BEGUN = new AtomicBoolean();

    private AtRest() {}

    /// Whether something is to be done.
    public static boolean isAwaited() {
        return closesWindow() || !program().isEmpty();
    }

    /// Whether the window was opened for its start only.
    public static boolean closesWindow() {
        return Boolean.getBoolean(CLOSES);
    }

    /// Starts the program, the first time that this is called. It gets the Java of this process as
    /// `JAVA_HOME`, and no input or output. Failures are logged only: nothing depends on it.
    public static void begin() {
        if (program().isEmpty() || BEGUN.getAndSet(true)) {
            return;
        }
        ProcessBuilder builder = new ProcessBuilder(program()).redirectInput(Redirect.from(Redirect.DISCARD.file()))
                .redirectOutput(Redirect.DISCARD)
                .redirectError(Redirect.DISCARD);
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        try {
            builder.start();
        } catch (IOException e) {
            LOG.debug("{} could not be started", program(), e);
        }
    }

    private static String program() {
        return System.getProperty(PROGRAM, "");
    }
}
