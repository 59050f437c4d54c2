package org.sipsleuth.app.command.output;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sipsleuth.report.output.Destination;
import org.sipsleuth.report.output.EchoedText;
import org.sipsleuth.report.output.VisibleText;

/// Where results and messages go, and what can be shown there.
///
/// @param out takes the results; not buffered
/// @param err takes everything else
/// @param outputIsTerminal whether a person sees the results as they are written
/// @param errorIsTerminal whether a person sees the messages
/// @param columns how wide text may be
/// @param charset what text is written in; data is UTF-8
public record Terminal(OutputStream out, PrintStream err, boolean outputIsTerminal, boolean errorIsTerminal,
        int columns, Charset charset) implements Destination {

    private static final int DEFAULT_COLUMNS = 160;
    private static final int MIN_COLUMNS = 40;
    private static final int MAX_COLUMNS = 10_000;

    /// The streams of this process.
    public static Terminal system() {
        Charset charset = Charset.forName(System.getProperty("stdout.encoding", "UTF-8"), StandardCharsets.UTF_8);
        return new Terminal(new FileOutputStream(FileDescriptor.out), System.err, isTerminal(1), isTerminal(2),
                columns(System.getenv("COLUMNS")), charset);
    }

    // System.console() needs both streams and standard input to be a terminal; this asks for one.
    private static boolean isTerminal(int descriptor) {
        try {
            String device = Files.readSymbolicLink(Path.of("/proc/self/fd/" + descriptor)).toString();
            return device.startsWith("/dev/pts/") || device.startsWith("/dev/tty") || device.equals("/dev/console");
        } catch (IOException | UnsupportedOperationException noProc) {
            return false;
        }
    }

    private static int columns(@Nullable String text) {
        try {
            int columns = text == null ? 0 : Integer.parseInt(text);
            return columns <= 0 ? DEFAULT_COLUMNS : Math.clamp(columns, MIN_COLUMNS, MAX_COLUMNS);
        } catch (NumberFormatException noNumber) {
            return DEFAULT_COLUMNS;
        }
    }

    /// The same with results that go elsewhere, which is no terminal.
    public Terminal into(OutputStream other) {
        return new Terminal(other, err, false, errorIsTerminal, columns, StandardCharsets.UTF_8);
    }

    /// The same with results on standard error, where standard output has something else.
    public Terminal withResultsOnError() {
        return new Terminal(err, err, errorIsTerminal, errorIsTerminal, columns, charset);
    }

    /// Whether a person would have to type what is read from standard input.
    public boolean inputIsTerminal() {
        return isTerminal(0);
    }

    @Override
    public void remark(String sentence) {
        if (errorIsTerminal) {
            report(sentence);
        }
    }

    /// Prints a sentence that is not a result.
    public void report(String sentence) {
        String cut = EchoedText.in(sentence, List.of());
        err.println("sipsleuth: " + VisibleText.of(cut, isUnicode()));
        err.flush();
    }
}
