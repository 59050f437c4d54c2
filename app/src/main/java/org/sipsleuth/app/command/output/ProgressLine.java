package org.sipsleuth.app.command.output;

import org.sipsleuth.run.Counted;
import org.sipsleuth.run.FaultSink;
import org.sipsleuth.run.Progress;
import org.sipsleuth.run.RunMonitor;

/// Progress as a line on standard error that is drawn again and again, and wiped at the end. It
/// never cancels: Ctrl-C ends the process.
public final class ProgressLine implements RunMonitor, AutoCloseable {

    private static final long NANOS_BETWEEN = 100_000_000L;
    private static final int BAR_CELLS = 24;

    /// The last line of any of them; all are of this process.
    private static volatile Progress latest = new Progress("", 0, -1);

    /// Of the last reading.
    private static volatile Counted counted = Counted.NOTHING;

    private final Terminal terminal;
    private final boolean shown;
    private final FaultSink faults;
    private long drawnAt;
    private boolean drawn;

    /// @param wanted whether the user wants to see progress; it is shown on terminals only
    public ProgressLine(Terminal terminal, boolean wanted) {
        this(terminal, wanted, RunMonitor.NONE);
    }

    /// @param faults takes those of single rows; without it they end the run
    public ProgressLine(Terminal terminal, boolean wanted, FaultSink faults) {
        this.faults = faults;
        this.terminal = terminal;
        shown = wanted && terminal.errorIsTerminal();
        drawnAt = System.nanoTime();
    }

    @Override
    public void failed(String name, RuntimeException fault) {
        faults.failed(name, fault);
    }

    /// How far this process has come.
    public static Progress latest() {
        return latest;
    }

    /// How much this process found in captures.
    public static Counted found() {
        return counted;
    }

    @Override
    public void counted(Counted now) {
        counted = now;
    }

    @Override
    public synchronized void progress(Progress progress) {
        latest = progress;
        long now = System.nanoTime();
        if (!shown || now - drawnAt < NANOS_BETWEEN) {
            return;
        }
        drawnAt = now;
        drawn = true;
        double fraction = progress.fraction();
        String line = progress.stage();
        if (fraction >= 0) {
            int full = (int) (fraction * BAR_CELLS);
            line += " " + (terminal.isUnicode() ? "▓" : "#").repeat(full)
                    + (terminal.isUnicode() ? "░" : ".").repeat(BAR_CELLS - full) + " " + (int) (fraction * 100) + " %";
        }
        terminal.err().print("\r" + line + "\u001b[K");
        terminal.err().flush();
    }

    /// Says something on standard error, in the place of the progress.
    public synchronized void report(String line) {
        close();
        terminal.report(line);
    }

    @Override
    public boolean isCancelled() {
        return false;
    }

    /// Wipes the line.
    @Override
    public synchronized void close() {
        if (drawn) {
            drawn = false;
            terminal.err().print("\r\u001b[K");
            terminal.err().flush();
        }
    }
}
