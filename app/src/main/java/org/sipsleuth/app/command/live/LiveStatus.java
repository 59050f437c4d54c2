package org.sipsleuth.app.command.live;

import java.time.Duration;
import org.sipsleuth.app.command.output.Terminal;
import org.sipsleuth.live.LiveCapture;
import org.sipsleuth.live.PacketSource.Lost;
import org.sipsleuth.live.Ring.PushedOut;
import org.sipsleuth.live.Shortened;
import org.sipsleuth.live.Unstored;
import org.sipsleuth.report.output.HumanText;

/// What a live capture has come to, as a line on standard error that is drawn again and again, and
/// as a sentence at the end.
final class LiveStatus {

    private final Terminal terminal;
    private final LiveCapture capture;
    private final boolean shown;
    private final long begin = System.nanoTime();
    private long messages;
    private int dialogs;
    private boolean drawn;
    private boolean isFull;
    private Shortened shortened = Shortened.NONE;

    /// @param wanted whether the user wants to see the line; it is shown on terminals only
    LiveStatus(Terminal terminal, LiveCapture capture, boolean wanted) {
        this.terminal = terminal;
        this.capture = capture;
        shown = wanted && terminal.errorIsTerminal();
    }

    /// Takes note of SIP messages.
    ///
    /// @param fresh how many came
    /// @param held how many dialogs there are now
    synchronized void add(long fresh, int held) {
        messages += fresh;
        dialogs = held;
    }

    /// How many SIP messages there were in all.
    synchronized long messages() {
        return messages;
    }

    /// Draws the line, below what has become of the disk.
    synchronized void draw() {
        reportDisk();
        if (shown) {
            drawn = true;
            terminal.err().print("\r" + words() + "\u001b[K");
            terminal.err().flush();
        }
    }

    /// Wipes the line.
    synchronized void wipe() {
        if (drawn) {
            drawn = false;
            terminal.err().print("\r\u001b[K");
            terminal.err().flush();
        }
    }

    /// The disk of the ring has become full, or has room again; or another program shortened a file.
    private void reportDisk() {
        if (!capture.ring().shortened().equals(shortened)) {
            shortened = capture.ring().shortened();
            wipe();
            terminal.report(shortened.sentence() + "; they are missing from this capture");
        }
        String fullDisk = capture.ring().fullDisk();
        if (fullDisk.isEmpty() == isFull) {
            isFull = !isFull;
            wipe();
            terminal.report(isFull ? fullDisk : "the ring has room again: packets are stored");
        }
    }

    /// Reports the sum.
    synchronized void reportEnd() {
        wipe();
        reportDisk();
        terminal.report(words());
        reportDiscarded(capture.counts().pushedOut());
        reportUnstored(capture.counts().unstored());
        Lost lost = capture.counts().lost();
        if (lost.all() > 0) {
            terminal.report(
                    "%s dropped by the kernel, %s by the interface; their contents are missing from this capture"
                            .formatted(HumanText.count(lost.byKernel(), "packet"),
                                    HumanText.count(lost.byInterface(), "packet")));
        }
        if (lost.byKernel() > 0 && !lost.remedy().isEmpty()) {
            terminal.report("the kernel buffers little here; next time it buffers more after: " + lost.remedy());
        }
    }

    private void reportUnstored(Unstored unstored) {
        if (unstored.packets() > 0) {
            terminal.report("%s (%s) not stored because the disk of the ring, %s, was full; they are missing from this"
                    .formatted(HumanText.count(unstored.packets(), "packet"), HumanText.count(unstored.bytes(), "byte"),
                            capture.ring().directory())
                    + " capture (free some space there, or select another directory with --ring)");
        }
    }

    private void reportDiscarded(PushedOut out) {
        if (out.files() > 0) {
            terminal.report("%s in %s discarded because the ring was full, and %s not saved".formatted(
                    HumanText.count(out.packets(), "packet"), HumanText.count(out.files(), "file"),
                    out.packets() == 1 ? "is" : "are") + " (enlarge it with --ring-files and --ring-size)");
        }
        if (out.earlierFiles() > 0) {
            terminal.report("%s of earlier captures discarded from the ring"
                    .formatted(HumanText.count(out.earlierFiles(), "file")));
        }
    }

    private String words() {
        LiveCapture.Counts counts = capture.counts();
        long seconds = Duration.ofNanos(System.nanoTime() - begin).toSeconds();
        long out = counts.pushedOut().packets();
        long unstored = counts.unstored().packets();
        return "%s: %s s, %s, %s, %s in the ring%s%s, %s dropped".formatted(capture.sourceName(),
                HumanText.count(seconds), HumanText.count(counts.packets(), "packet"),
                HumanText.count(messages, "SIP message"), HumanText.count(dialogs, "dialog"),
                out == 0 ? "" : ", %s discarded".formatted(HumanText.count(out, "packet")),
                unstored == 0 ? "" : ", %s not stored".formatted(HumanText.count(unstored, "packet")),
                HumanText.count(counts.lost().all()));
    }
}
