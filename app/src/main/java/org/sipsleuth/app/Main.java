package org.sipsleuth.app;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.sipsleuth.app.command.CommandLineProgram;
import org.sipsleuth.app.command.WindowLauncher;
import org.sipsleuth.app.command.output.ExitCode;
import org.sipsleuth.app.command.output.ProgressLine;
import org.sipsleuth.app.command.output.Terminal;
import org.sipsleuth.app.memory.MemoryAdvice;
import org.sipsleuth.app.memory.MemoryWatch;
import org.sipsleuth.app.workbench.WorkbenchApplication;
import org.sipsleuth.dialog.ReadOptions;
import org.sipsleuth.folder.UserFolders;
import org.sipsleuth.live.LiveRequest;

/// The program's entry.
public final class Main {

    private static final int DONE = 0;
    private static final AtomicBoolean ADVISED = new AtomicBoolean();

    private Main() {}

    /// Starts the command line, or the window where no subcommand is given.
    public static void main(String[] arguments) {
        System.setProperty(
                "user.home", UserFolders.home(System.getenv(), System.getProperty("user.home")));
        Terminal terminal = Terminal.system();
        MemoryWatch watch = MemoryWatch.start(() -> endWithoutMemory(terminal));
        Thread.setDefaultUncaughtExceptionHandler((_, fault) -> uncaught(fault, terminal));
        // Refers to JavaFX in method bodies only: the command line starts without it.
        WindowLauncher window =
                new WindowLauncher() {
                    @Override
                    public void open(List<Path> files, ReadOptions options) {
                        watch.close();
                        WorkbenchApplication.launch(files, options);
                    }

                    @Override
                    public void capture(LiveRequest request, List<Path> keyLogs) {
                        watch.close();
                        WorkbenchApplication.launchLive(request, keyLogs);
                    }
                };
        int code;
        try {
            code =
                    new CommandLineProgram(terminal, window)
                            .run(RawArguments.of(arguments, RawArguments.COMMAND_LINE));
        } catch (OutOfMemoryError tooMuch) {
            sayMemoryAdvice(terminal);
            code = ExitCode.UNREADABLE_INPUT;
        }
        // System.exit has the JDK search all jars of the class path for a logger: info of a small
        // capture takes 0.14 s instead of 0.11 s.
        if (code != DONE || isKeptAlive()) {
            System.exit(code);
        }
    }

    /// Ends the process at once: threads that wait for memory could keep it from ending in order.
    private static void endWithoutMemory(Terminal terminal) {
        sayMemoryAdvice(terminal);
        terminal.err().flush();
        Runtime.getRuntime().halt(ExitCode.UNREADABLE_INPUT);
    }

    /// Of several threads without memory the first one says so.
    private static void sayMemoryAdvice(Terminal terminal) {
        if (!ADVISED.getAndSet(true)) {
            terminal.report(memoryAdvice());
        }
    }

    /// The window has a handler of its own.
    private static void uncaught(Throwable fault, Terminal terminal) {
        if (fault instanceof OutOfMemoryError) {
            endWithoutMemory(terminal);
        }
        fault.printStackTrace(terminal.err());
    }

    private static String memoryAdvice() {
        return MemoryAdvice.sentence(Runtime.getRuntime().maxMemory(), ProgressLine.latest());
    }

    /// Whether other threads would go on without this one.
    private static boolean isKeptAlive() {
        Thread self = Thread.currentThread();
        ThreadGroup group = self.getThreadGroup();
        Thread[] threads = new Thread[2 * group.activeCount() + 1]; // the count is an estimate
        int count = group.enumerate(threads);
        return count == threads.length
                || Arrays.stream(threads, 0, count)
                        .anyMatch(thread -> !thread.isDaemon() && !thread.equals(self));
    }
}
