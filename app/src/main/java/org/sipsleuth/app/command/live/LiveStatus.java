package org.sipsleuth.app.command.live;

import java.time.Duration;
import org.sipsleuth.app.command.output.Terminal;
import org.sipsleuth.capture.live.LiveCapture;
import org.sipsleuth.capture.live.PacketSource.Lost;
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

    /// Draws the line.
    synchronized void draw() {
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

    /// Tells the sum.
    synchronized void tellEnd() {
        wipe();
        Lost lost = capture.counts().lost();
        terminal.say(words());
        if (lost.all() > 0) {
            terminal.say(
                    "%s were dropped by the kernel and %s by the interface: what they held is missing"
                            .formatted(
                                    HumanText.count(lost.byKernel(), "packet"),
                                    HumanText.count(lost.byInterface(), "packet")));
        }
    }

    private String words() {
        LiveCapture.Counts counts = capture.counts();
        long seconds = Duration.ofNanos(System.nanoTime() - begin).toSeconds();
        return "%s: %s s, %s, %s, %s in the ring, %s dropped"
                .formatted(
                        capture.interfaceName(),
                        HumanText.count(seconds),
                        HumanText.count(counts.packets(), "packet"),
                        HumanText.count(messages, "SIP message"),
                        HumanText.count(dialogs, "dialog"),
                        HumanText.count(counts.lost().all()));
    }
}
