package org.sipsleuth.file;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sipsleuth.text.FileName;

/// The file that SipSleuth writes beside a pcap file, which has no room for such facts itself: the
/// ground truth of a simulated capture, or the provenance of an exported one. It begins with its
/// schema and holds the SHA-256 of its capture.
public final class CaptureCompanion {

    /// How the name of a ground-truth file ends.
    public static final String TRUTH = ".truth.json";

    /// How the name of a provenance file ends.
    public static final String PROVENANCE = ".provenance.json";

    private static final List<String> SCHEMAS = List.of("sipsleuth-truth", "sipsleuth-provenance");
    private static final List<String> ENDINGS = List.of(TRUTH, PROVENANCE);
    private static final String PCAP = ".pcap";
    private static final List<String> PACKED = List.of(".gz", ".zst");
    private static final List<String> CAPTURES = List.of(PCAP, ".pcapng", ".cap", ".dmp");

    private static final int MOST_TOKENS = 10_000;
    private static final int CHUNK_BYTES = 1 << 16;

    private CaptureCompanion() {}

    /// Where the companion of a capture is written: `x.truth.json` beside `x.pcap`, and
    /// `x.cap.truth.json` beside `x.cap`, so that two captures in a folder have one each.
    ///
    /// @param ending [#TRUTH] or [#PROVENANCE]
    public static Path beside(Path capture, String ending) {
        String name = name(capture);
        boolean isPcap = name.endsWith(PCAP) && name.length() > PCAP.length();
        return FileName.sibling(capture, (isPcap ? name.substring(0, name.length() - PCAP.length()) : name) + ending);
    }

    /// Where the companion of a capture is read: where it is written, or, if nothing is there,
    /// `x.truth.json` beside any capture `x` with the ending of captures, compressed or not.
    ///
    /// @param ending [#TRUTH] or [#PROVENANCE]
    public static Path found(Path capture, String ending) {
        Path own = beside(capture, ending);
        if (Files.exists(own)) {
            return own;
        }
        Path shared = FileName.sibling(capture, without(without(name(capture), PACKED), CAPTURES) + ending);
        return Files.exists(shared) ? shared : own;
    }

    private static String name(Path file) {
        Path last = file.getFileName();
        return last == null ? "" : FileName.string(last);
    }

    private static String without(String name, List<String> endings) {
        String lower = name.toLowerCase(Locale.ROOT);
        for (String ending : endings) {
            if (lower.endsWith(ending) && lower.length() > ending.length()) {
                return name.substring(0, name.length() - ending.length());
            }
        }
        return name;
    }

    /// Whether a capture has a companion, of whatever content.
    static boolean isThere(Path capture) {
        return ENDINGS.stream().anyMatch(ending -> isCompanion(found(capture, ending)));
    }

    /// Whether a companion beside a capture names the SHA-256 that the capture has.
    static boolean vouchesFor(Path capture) throws IOException {
        String sha256 = null;
        for (String ending : ENDINGS) {
            Optional<Named> named = named(found(capture, ending));
            if (named.isPresent()) {
                sha256 = sha256 == null ? digest(capture) : sha256;
                if (named.get().sha256().equalsIgnoreCase(sha256)) {
                    return true;
                }
            }
        }
        return false;
    }

    /// Whether a file is a companion of any capture.
    static boolean isCompanion(Path file) {
        return named(file).isPresent();
    }

    /// A capture, other than the given one, that a companion at this place may belong to. If it
    /// names the given one, that is only a capture with the SHA-256 that it states.
    static Optional<Path> otherCapture(Path companion, Path capture) throws IOException {
        Optional<Named> named = named(companion).filter(entry -> entry.file().equals(name(capture)));
        for (Path other : sharing(companion)) {
            if (!other.equals(capture) && Files.isRegularFile(other) && !hasItsOwn(other, companion)
                    && (named.isEmpty() || digest(other).equalsIgnoreCase(named.get().sha256()))) {
                return Optional.of(other);
            }
        }
        return Optional.empty();
    }

    /// Whether a capture has a companion under a name that no other capture shares.
    private static boolean hasItsOwn(Path capture, Path shared) {
        return ENDINGS.stream()
                .filter(ending -> name(shared).endsWith(ending))
                .map(ending -> beside(capture, ending))
                .anyMatch(own -> !name(own).equals(name(shared)) && isCompanion(own));
    }

    /// The names of captures whose companion can be at this place.
    private static List<Path> sharing(Path companion) {
        List<Path> captures = new ArrayList<>();
        String name = name(companion);
        for (String ending : ENDINGS) {
            if (name.endsWith(ending)) {
                String plain = name.substring(0, name.length() - ending.length());
                captures.add(FileName.sibling(companion, plain));
                for (String itsEnding : CAPTURES) {
                    for (String packed : List.of("", ".gz", ".zst")) {
                        captures.add(FileName.sibling(companion, plain + itsEnding + packed));
                    }
                }
            }
        }
        return captures;
    }

    /// What a companion states about its capture.
    ///
    /// @param file its name; empty if it is not stated before the hash
    private record Named(String file, String sha256) {}

    /// What a companion names; empty for any other file.
    private static Optional<Named> named(Path file) {
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file));
                JsonParser json = new JsonFactory().createParser(in)) {
            return json.nextToken() == JsonToken.START_OBJECT ? Optional.ofNullable(named(json)) : Optional.empty();
        } catch (IOException otherFile) {
            return Optional.empty();
        }
    }

    private static @Nullable Named named(JsonParser json) throws IOException {
        boolean isOurs = false;
        boolean inCapture = false;
        String file = "";
        int depth = 1;
        for (int tokens = 0; tokens < MOST_TOKENS && depth > 0; tokens++) {
            JsonToken token = json.nextToken();
            if (token == null) {
                return null;
            }
            if (token.isStructStart()) {
                depth++;
                inCapture = depth == 2 && "capture".equals(json.currentName());
            } else if (token.isStructEnd()) {
                depth--;
                inCapture = false;
            } else if (token == JsonToken.VALUE_STRING) {
                String name = json.currentName();
                String value = json.getText();
                if (depth == 1 && "schema".equals(name)) {
                    isOurs = SCHEMAS.stream().anyMatch(value::startsWith);
                }
                if (isOurs && inCapture && "file".equals(name)) {
                    file = value;
                }
                if (isOurs && inCapture && "sha256".equals(name)) {
                    return new Named(file, value);
                }
            }
        }
        return null;
    }

    private static String digest(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            byte[] chunk = new byte[CHUNK_BYTES];
            for (int read = in.read(chunk); read >= 0; read = in.read(chunk)) {
                digest.update(chunk, 0, read);
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
