package org.sipsleuth.file;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipFile;

/// Files besides captures that are evidence, or the work of people, and that nothing but a file of the
/// same kind replaces. Who reads and writes them takes their marks from here.
public enum EvidenceKind {
    /// Begins as an SQLite database.
    CASE("SQLite format 3\0", "a case or another SQLite database"),
    /// A zip with an entry of this name.
    PACKED_CASE("case.case", "a packed case"),
    /// Begins so.
    PSEUDONYMS("sipsleuth anonymization key ", "a key of pseudonyms"),
    /// Has a line that begins so and with 32 bytes in hexadecimal (the format of NSS).
    KEY_LOG("(?:CLIENT|SERVER|EXPORTER)_[A-Z_0-9]+ [0-9a-fA-F]{64} ", "a key log of TLS"),
    /// Begins as xz or bzip2 files do: SipSleuth neither reads nor writes these.
    PACKED_BY_OTHERS("\\A(?:\u00fd7zXZ|BZh[1-9])", "a file packed by another program"),
    /// JSON with this `format`, as all below.
    SIGNATURES("sipsleuth-signatures", "a bundle of signatures"),
    LAB("sipsleuth-lab", "a lab"),
    LAB_ANSWERS("sipsleuth-lab-answers", "the answers to a lab"),
    LAB_KEY("sipsleuth-lab-key", "the key of a lab"),
    LAB_CLASS("sipsleuth-lab-class", "the list of a class"),
    LAB_MARKS("sipsleuth-lab-marks", "the marks of a class");

    private static final byte[] ZIP = {'P', 'K'};
    private static final int FIRST_BYTES = 4_096;
    private static final int MOST_TOKENS = 10_000;

    private final String mark;
    private final String text;

    EvidenceKind(String mark, String text) {
        this.mark = mark;
        this.text = text;
    }

    /// What its files are recognised by.
    public String mark() {
        return mark;
    }

    /// What it is, for people.
    String text() {
        return text;
    }

    /// What a file is; empty if it is none of these.
    static Optional<EvidenceKind> of(Path file) throws IOException {
        byte[] first;
        try (InputStream in = Files.newInputStream(file)) {
            first = in.readNBytes(FIRST_BYTES);
        }
        if (begins(first, ZIP)) {
            return Optional.of(PACKED_CASE).filter(kind -> hasEntry(file, kind.mark));
        }
        String text = new String(first, StandardCharsets.ISO_8859_1);
        Optional<EvidenceKind> begun = Stream.of(CASE, PSEUDONYMS)
                .filter(kind -> begins(first, kind.mark.getBytes(StandardCharsets.US_ASCII)))
                .findFirst()
                .or(() -> Stream.of(KEY_LOG, PACKED_BY_OTHERS)
                        .filter(kind -> Pattern.compile("(?m)^" + kind.mark).matcher(text).find())
                        .findFirst());
        String format = begun.isPresent() ? "" : format(file);
        return begun.or(() -> Stream.of(values()).filter(kind -> kind.mark.equals(format)).findFirst());
    }

    private static boolean begins(byte[] first, byte[] with) {
        return Arrays.mismatch(first, with) == with.length || Arrays.equals(first, with);
    }

    private static boolean hasEntry(Path file, String name) {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            return zip.getEntry(name) != null;
        } catch (IOException damaged) {
            return false;
        }
    }

    /// What a JSON document states as its `format`; empty for anything else.
    private static String format(Path file) {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file));
                JsonParser json = new JsonFactory().createParser(in)) {
            int depth = 0;
            for (int tokens = 0; tokens < MOST_TOKENS; tokens++) {
                JsonToken token = json.nextToken();
                if (token == null || (tokens == 0 && token != JsonToken.START_OBJECT)) {
                    return "";
                }
                depth += token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
                if (depth == 1 && token == JsonToken.VALUE_STRING && "format".equals(json.currentName())) {
                    return json.getText();
                }
            }
        } catch (IOException other) {
            return "";
        }
        return "";
    }
}
