package org.sipsleuth.text;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Names of files that need not be UTF-8.
///
/// A [Path] keeps every byte of a name, but its `toString` replaces those that are not UTF-8, and
/// `Path.of` has no way to name them. Here such a byte is a lone surrogate from U+DC80 to U+DCFF in
/// a string (as in Python's PEP 383), and an escape such as `\xe9` in text for people.
public final class FileName {

    private static final char ESCAPED = 0xdc00;
    private static final int BYTE = 0xff;
    private static final int FIRST_BEYOND_ASCII = 0x80;
    private static final String REPLACEMENT = "\ufffd";
    private static final Pattern SHOWN_ESCAPE = Pattern.compile("\\\\x([89a-f][0-9a-f])");
    private static final Pattern SEPARATOR = Pattern.compile("/+");

    private FileName() {}

    /// The whole path for people: bytes that are not UTF-8 as `\xe9`.
    public static String text(Path path) {
        return shown(string(path));
    }

    /// The last name of a path for people; the path itself if it has none.
    public static String last(Path path) {
        Path name = path.getFileName();
        return text(name == null ? path : name);
    }

    /// The path as a string that [#path] turns back into the same path.
    public static String string(Path path) {
        String plain = path.toString();
        if (!plain.contains(REPLACEMENT)) {
            return plain;
        }
        StringBuilder all = new StringBuilder(path.isAbsolute() ? "/" : "");
        for (Path name : path) {
            if (!all.isEmpty() && all.charAt(all.length() - 1) != '/') {
                all.append('/');
            }
            all.append(decode(octets(name)));
        }
        return all.toString();
    }

    /// The path of a string of [#string] or [#decode], or of a name as typed. A name as [#text]
    /// shows it is understood where no file has literally that name.
    ///
    /// @throws java.nio.file.InvalidPathException if no path can be so called
    public static Path path(String string) {
        if (string.chars().anyMatch(FileName::isEscaped)) {
            return rawPath(string);
        }
        Path plain = Path.of(string);
        if (SHOWN_ESCAPE.matcher(string).find() && !Files.exists(plain)) {
            Path raw = rawPath(SHOWN_ESCAPE.matcher(string).replaceAll(FileName::surrogate));
            return Files.exists(raw) ? raw : plain;
        }
        return plain;
    }

    /// A file whose name came with bytes replaced, as file choosers hand it over: the only one
    /// in its folder whose name looks the same. The path itself, if it is there or there is no
    /// such file.
    public static Path find(Path replaced) {
        if (!replaced.toString().contains(REPLACEMENT) || Files.exists(replaced)) {
            return replaced;
        }
        Path found = replaced.isAbsolute() ? replaced.getRoot() : Path.of("");
        for (Path name : replaced) {
            Path next = found.resolve(name);
            if (!Files.exists(next)) {
                Optional<Path> alike = alike(found, name.toString());
                if (alike.isEmpty()) {
                    return replaced;
                }
                next = alike.get();
            }
            found = next;
        }
        return found;
    }

    private static Optional<Path> alike(Path folder, String name) {
        try (Stream<Path> entries = Files.list(folder)) {
            List<Path> alike =
                    entries.filter(entry -> name.equals(String.valueOf(entry.getFileName()))).limit(2).toList();
            return alike.size() == 1 ? Optional.of(alike.getFirst()) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /// The name beside a file that has the same name with other endings: all bytes are kept.
    ///
    /// @param name made from [#string] of the file's last name
    public static Path sibling(Path file, String name) {
        Path parent = file.getParent();
        return parent == null ? path(name) : parent.resolve(path(name));
    }

    /// A string of bytes: UTF-8, and each byte that is not as a lone surrogate.
    public static String decode(byte[] bytes) {
        CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CharBuffer out = CharBuffer.allocate(bytes.length);
        while (true) {
            CoderResult result = decoder.decode(in, out, true);
            if (result.isUnderflow()) {
                return out.flip().toString();
            }
            out.put((char) (ESCAPED | (in.get() & BYTE)));
            decoder.reset();
        }
    }

    private static boolean isEscaped(int character) {
        return character >= ESCAPED + FIRST_BEYOND_ASCII && character <= ESCAPED + BYTE;
    }

    private static String surrogate(MatchResult escape) {
        return String.valueOf((char) (ESCAPED | Integer.parseInt(escape.group(1), 16)));
    }

    /// Text of a string: lone surrogates as escapes of their bytes.
    public static String shown(String string) {
        if (string.chars().noneMatch(FileName::isEscaped)) {
            return string;
        }
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < string.length(); i++) {
            char character = string.charAt(i);
            boolean isLone = isEscaped(character) && (i == 0 || !Character.isHighSurrogate(string.charAt(i - 1)));
            if (isLone) {
                text.append("\\x").append(Integer.toHexString(character & BYTE));
            } else {
                text.append(character);
            }
        }
        return text.toString();
    }

    private static Path rawPath(String string) {
        Path path = Path.of(string.startsWith("/") ? "/" : "");
        for (String name : SEPARATOR.split(string, -1)) {
            if (!name.isEmpty()) {
                path = path.resolve(name(name));
            }
        }
        return path;
    }

    /// The relative path of one name. A `file:` URI may hold any byte.
    private static Path name(String name) {
        StringBuilder uri = new StringBuilder("file:///");
        for (byte octet : encode(name)) {
            uri.append('%').append(String.format("%02X", octet));
        }
        return Path.of("/").relativize(Path.of(URI.create(uri.toString())));
    }

    private static byte[] encode(String string) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        int i = 0;
        while (i < string.length()) {
            int character = string.codePointAt(i);
            if (isEscaped(character)) {
                bytes.write(character & BYTE);
            } else {
                bytes.writeBytes(Character.toString(character).getBytes(StandardCharsets.UTF_8));
            }
            i += Character.charCount(character);
        }
        return bytes.toByteArray();
    }

    /// The bytes of one name.
    private static byte[] octets(Path name) {
        String uri = Path.of("/").resolve(name).toUri().getRawPath();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        int i = 1; // behind the root
        while (i < uri.length() && uri.charAt(i) != '/') {
            if (uri.charAt(i) == '%') {
                bytes.write(Integer.parseInt(uri, i + 1, i + 3, 16));
                i += 3;
            } else {
                bytes.write(uri.charAt(i));
                i++;
            }
        }
        return bytes.toByteArray();
    }
}
