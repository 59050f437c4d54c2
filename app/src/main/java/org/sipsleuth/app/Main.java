package org.sipsleuth.app;

import java.io.File;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import org.sipsleuth.app.command.CommandLineProgram;
import org.sipsleuth.app.command.WindowLauncher;
import org.sipsleuth.app.command.output.ExitCode;
import org.sipsleuth.app.command.output.FaultMessage;
import org.sipsleuth.app.command.output.ProgressLine;
import org.sipsleuth.app.command.output.Terminal;
import org.sipsleuth.app.handover.FileHandOver;
import org.sipsleuth.app.handover.WindowSockets;
import org.sipsleuth.app.memory.MemoryAdvice;
import org.sipsleuth.app.memory.MemoryNeed;
import org.sipsleuth.app.memory.MemoryWatch;
import org.sipsleuth.app.workbench.WorkbenchApplication;
import org.sipsleuth.app.workbench.background.AtRest;
import org.sipsleuth.dialog.ReadOptions;
import org.sipsleuth.folder.UserFolders;
import org.sipsleuth.live.LiveRequest;
import org.sipsleuth.run.MemoryFault;

/// The program's entry.
public final class Main {

    private static final int DONE = 0;

    /// Tries to say that there is no memory, while other threads still take what there is.
    private static final int MOST_TRIES = 1_000;

    /// Is given back to have room for the sentence.
    private static final int RESERVED_BYTES = 1 << 18;

    private static final Lock ADVICE = new ReentrantLock();
    private static final AtomicReference<byte[]> RESERVE = new AtomicReference<>(new byte[RESERVED_BYTES]);

    private static boolean isAdvised;
    private static String[] given = {};

    private Main() {}

    /// Starts the command line, or the window where no subcommand is given.
    public static void main(String[] arguments) {
        System.setProperty("user.home", UserFolders.home(System.getenv(), System.getProperty("user.home")));
        given = arguments;
        Terminal terminal = Terminal.system();
        MemoryWatch watch = MemoryWatch.start(() -> endWithoutMemory(terminal));
        Thread.setDefaultUncaughtExceptionHandler((_, fault) -> uncaught(fault, terminal));
        // Refers to JavaFX in method bodies only: the command line starts without it.
        WindowLauncher window = new WindowLauncher() {
            @Override
            public void open(List<Path> files, ReadOptions options) {
                watch.close();
                WorkbenchApplication.launch(files, options);
            }

            @Override
            public boolean openInRunning(List<Path> files) {
                return !AtRest.closesWindow()
                        && WindowSockets.ofUser().filter(them -> FileHandOver.toRunningWindow(them, files)).isPresent();
            }

            @Override
            public void capture(LiveRequest request, List<Path> keyLogs) {
                watch.close();
                WorkbenchApplication.launchLive(request, keyLogs);
            }
        };
        int code;
        try {
            code = new CommandLineProgram(terminal, window).run(RawArguments.of(arguments, RawArguments.COMMAND_LINE));
        } catch (OutOfMemoryError tooMuch) {
            sayMemoryAdvice(terminal);
            code = ExitCode.UNREADABLE_INPUT;
        } catch (LinkageError fault) {
            if (!MemoryFault.isIn(fault)) {
                throw fault;
            }
            sayMemoryAdvice(terminal);
            code = ExitCode.UNREADABLE_INPUT;
        }
        AtRest.begin();
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
        ADVICE.lock();
        try {
            RESERVE.set(new byte[0]);
            for (int i = 0; i < MOST_TRIES && !isAdvised; i++) {
                isAdvised = isSaid(terminal);
            }
        } finally {
            ADVICE.unlock();
        }
    }

    private static boolean isSaid(Terminal terminal) {
        try {
            // It repeats no input: cutting that would load classes, for which there is no memory.
            String advice = memoryAdvice();
            terminal.err().print("sipsleuth: ");
            terminal.err().println(advice);
            terminal.err().flush();
            return true;
        } catch (OutOfMemoryError again) {
            Thread.onSpinWait();
            return false;
        }
    }

    /// The window has a handler of its own.
    private static void uncaught(Throwable fault, Terminal terminal) {
        if (MemoryFault.isIn(fault)) {
            endWithoutMemory(terminal);
        }
        new FaultMessage(terminal, UserFolders.cache()).report(fault, "not known");
    }

    private static String memoryAdvice() {
        String command = given.length == 0 ? "" : given[0];
        return MemoryAdvice.sentence(Runtime.getRuntime().maxMemory(), MemoryNeed.of(command),
                new MemoryAdvice.Reached(ProgressLine.latest(), ProgressLine.found(), inputBytes()));
    }

    /// The size of all files that the command line names.
    private static long inputBytes() {
        long bytes = 0;
        for (String word : given) {
            bytes += new File(word).length(); // 0 if it is no file
        }
        return bytes;
    }

    /// Whether other threads would go on without this one.
    private static boolean isKeptAlive() {
        Thread self = Thread.currentThread();
        ThreadGroup group = self.getThreadGroup();
        Thread[] threads = new Thread[2 * group.activeCount() + 1]; // the count is an estimate
        int count = group.enumerate(threads);
        return count == threads.length
                || Arrays.stream(threads, 0, count).anyMatch(thread -> !thread.isDaemon() && !thread.equals(self));
    }
}
