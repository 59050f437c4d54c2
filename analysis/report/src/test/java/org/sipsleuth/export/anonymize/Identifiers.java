package org.sipsleuth.export.anonymize;

import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/// All that names somebody in messages, found with patterns of its own and none of the program's
/// parsers.
final class Identifiers {

    private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.MULTILINE;

    private static final Pattern[] PATTERNS = {
        Pattern.compile("(?:sips?|im|pres|mailto):([^@<>;:\\s,\"?]+)@", FLAGS), // users
        Pattern.compile("(?:sips?:)[^@<>\\s,\"]+:([^@<>\\s,\"]+)@", FLAGS), // passwords
        Pattern.compile("tel:\\+?([0-9-]{4,})", FLAGS),
        Pattern.compile("@([A-Za-z0-9._-]+)", FLAGS), // hosts
        Pattern.compile("sips?:([A-Za-z0-9.-]+\\.[A-Za-z0-9.-]+)", FLAGS),
        Pattern.compile("SIP/2\\.0/\\w+\\s+([A-Za-z0-9.-]+)", FLAGS), // stations
        Pattern.compile("received=([0-9A-Fa-f.:]+)", FLAGS),
        Pattern.compile("\"([^\"=\\r\\n]*)\"\\s*<", FLAGS), // names
        Pattern.compile("^(?:From|To|Contact|f|t|m)[ \\t]*:[ \\t]*([A-Za-z][^<\":\\r\\n]*?)\\s*<", FLAGS),
        Pattern.compile("^(?:Call-ID|i)[ \\t]*:[ \\t]*([^\\r\\n]+?)\\s*$", FLAGS),
        Pattern.compile("[;?&](?:to-|from-)?tag=([^;\\s,>\"]+)", FLAGS),
        Pattern.compile("branch=z9hG4bK([^;\\s,>]+)", FLAGS),
        Pattern.compile("(?:response|c?nonce|opaque|username|realm)\\s*=\\s*\"([^\",]+)\"", FLAGS),
        Pattern.compile("^(?:Subject|s|Organization)[ \\t]*:[ \\t]*([^\\r\\n]+?)\\s*$", FLAGS),
        Pattern.compile("(?<![\\w.])(\\d{1,3}(?:\\.\\d{1,3}){3})(?![\\w.])", FLAGS),
        Pattern.compile("^o=(\\S+) (\\S+) \\S+ IN IP[46] (\\S+)", FLAGS),
        Pattern.compile("^[cs]=(?:IN IP[46] )?(\\S.*?)\\s*$", FLAGS),
        Pattern.compile("inline:([A-Za-z0-9+/=]+)", FLAGS),
        Pattern.compile("cname:(\\S+)", FLAGS),};

    /// What stands in places where it names nobody: numbers that count, ports, words of protocols.
    private static final Pattern KEPT =
            Pattern.compile("^(?:CSeq|Content-Length|l|Expires|Max-Forwards|Min-Expires|Session-Expires|x"
                    + "|Allow|Supported|k|Content-Type|c|Accept|Event|o|User-Agent|Server"
                    + "|Require|Warning|Reason|[tbmra]=.*|SIP/2.0)[ \\t:].*$"
                    + "|^[tbmar]=.*$|^SIP/2\\.0 .*$|:\\d{1,5}(?=[;>\\s])|expires=\\d+"
                    + "|rport=\\d+|[\\w-]+=|^[A-Z]+ |^[\\w-]+ *:|transport=\\w+|algorithm=\\S+", FLAGS);

    private static final Set<String> NOBODYS =
            Set.of("anonymous", "anonymous.invalid", "localhost", "127.0.0.1", "0.0.0.0", "-", "*");

    private static final Pattern TEXT = Pattern.compile("[\\x21-\\x7e]{8,}");
    private static final int SOUND_AT = 12;

    private final Set<String> found = new TreeSet<>();
    private final Set<String> kept = new HashSet<>();
    private final Set<String> addresses = new TreeSet<>();
    private final Set<String> texts = new TreeSet<>();

    void add(String message) {
        for (Pattern pattern : PATTERNS) {
            Matcher matcher = pattern.matcher(message);
            while (matcher.find()) {
                for (int group = 1; group <= matcher.groupCount(); group++) {
                    String text = matcher.group(group).strip();
                    boolean isShort = text.length() < 3 || text.matches("\\d{1,3}");
                    if (!isShort && !NOBODYS.contains(text.toLowerCase(Locale.ROOT))) {
                        found.add(text);
                    }
                }
            }
        }
        Matcher matcher = KEPT.matcher(message);
        while (matcher.find()) {
            for (String word : matcher.group().split("[^A-Za-z0-9.-]+", -1)) {
                kept.add(word.toLowerCase(Locale.ROOT));
            }
        }
    }

    void add(InetAddress address) {
        if (!address.isLoopbackAddress() && !address.isAnyLocalAddress()) {
            addresses.add(new String(address.getAddress(), StandardCharsets.ISO_8859_1));
        }
    }

    /// What a packet of RTCP names: sources, and texts of eight characters and more.
    void addControl(byte[] packet) {
        addresses.add(new String(packet, 4, Integer.BYTES, StandardCharsets.ISO_8859_1));
        Matcher text = TEXT.matcher(new String(packet, StandardCharsets.ISO_8859_1));
        while (text.find()) {
            texts.add(text.group());
        }
    }

    /// What a packet of RTP names: its source, and what is said in it.
    void addSound(byte[] packet) {
        addresses.add(new String(packet, 8, Integer.BYTES, StandardCharsets.ISO_8859_1));
        byte[] sound = Arrays.copyOfRange(packet, SOUND_AT, Math.max(SOUND_AT, packet.length));
        if (IntStream.range(0, sound.length).map(i -> sound[i]).distinct().count() > 4) {
            texts.add(new String(sound, StandardCharsets.ISO_8859_1));
        }
    }

    /// Those that do not stand in places where they name nobody as well.
    Set<String> all() {
        Set<String> all = new TreeSet<>(found);
        all.removeIf(text -> kept.contains(text.toLowerCase(Locale.ROOT)));
        return all;
    }

    /// Those that stand in a copy as words, or as the bytes of addresses.
    ///
    /// @param copy one character a byte
    Set<String> in(String copy) {
        String lower = copy.toLowerCase(Locale.ROOT).replace("z9hg4bk", " ");
        Set<String> words = new HashSet<>(List.of(lower.split("[^a-z0-9]+")));
        Set<String> leaked = new TreeSet<>();
        for (String identifier : all()) {
            String text = identifier.toLowerCase(Locale.ROOT);
            boolean isWord = text.chars().allMatch(c -> c < 0x80 && Character.isLetterOrDigit(c));
            if (isWord ? words.contains(text) : standsIn(lower, text)) {
                leaked.add(identifier);
            }
        }
        for (String address : addresses) {
            if (copy.contains(address)) {
                leaked.add("bytes of an address");
            }
        }
        for (String text : texts) {
            if (copy.contains(text)) {
                leaked.add("media: " + text);
            }
        }
        return leaked;
    }

    private static boolean standsIn(String copy, String text) {
        for (int p = copy.indexOf(text); p >= 0; p = copy.indexOf(text, p + 1)) {
            if (!isWordAt(copy, p - 1) && !isWordAt(copy, p + text.length())) {
                return true;
            }
        }
        return false;
    }

    private static boolean isWordAt(String text, int p) {
        return p >= 0 && p < text.length() && (Character.isLetterOrDigit(text.charAt(p)) || text.charAt(p) == '.');
    }
}
