package org.sipsleuth.report.output;

import java.io.BufferedWriter;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/// Where results go, and what can be shown there.
public interface Destination {

    /// Takes the results; not buffered.
    OutputStream out();

    /// Whether a person sees the results as they are written.
    boolean outputIsTerminal();

    /// How wide text may be.
    int columns();

    /// What text is written in; data is UTF-8.
    Charset charset();

    /// Prints a sentence about the result, which is no part of it, where a person sees messages.
    void remark(String sentence);

    /// A file, or whatever else only stores bytes.
    static Destination ofFile(OutputStream out) {
        return new FileDestination(out);
    }

    /// Whether text may use more than ASCII.
    default boolean isUnicode() {
        return charset().name().toUpperCase(Locale.ROOT).startsWith("UTF-");
    }

    /// A writer for text that people read. Flush it at the end; never close it.
    default Writer textWriter() {
        return new BufferedWriter(new OutputStreamWriter(out(),
                charset().newEncoder()
                        .onMalformedInput(CodingErrorAction.REPLACE)
                        .onUnmappableCharacter(CodingErrorAction.REPLACE)),
                FileDestination.BUFFER_CHARS);
    }

    /// A writer for data. Flush it at the end; never close it.
    default Writer dataWriter() {
        return new BufferedWriter(new OutputStreamWriter(out(), StandardCharsets.UTF_8), FileDestination.BUFFER_CHARS);
    }
}
