package org.sipsleuth.report.document;

import static org.sipsleuth.report.document.DocumentTexts.TEXTS;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.sipsleuth.capture.Endpoint;
import org.sipsleuth.capture.FrameNumber;
import org.sipsleuth.dialog.CaptureSummary;
import org.sipsleuth.dialog.MessageTable;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.dialog.evidence.Evidence;
import org.sipsleuth.sentence.Sentence;
import org.sipsleuth.sentence.Sentence.Punctuation;
import org.sipsleuth.text.FileName;

/// Where messages are: their files, frames, hosts and hashes.
///
/// @param names of the files of the index
/// @param aliases what analysts call hosts, by their addresses
public record Places(SipIndex index, List<String> names, Map<String, String> aliases) {

    /// Takes copies.
    public Places {
        names = List.copyOf(names);
        aliases = Map.copyOf(aliases);
    }

    /// Files as they were named, hosts by their addresses.
    public static Places named(SipIndex index) {
        return new Places(index, index.files().stream().map(CaptureSummary::name).toList(), Map.of());
    }

    /// Files without their folders, unless two have the same name, so that the same case is shown
    /// alike wherever it lies.
    public static List<String> withoutFolders(SipIndex index) {
        List<String> last = index.files().stream().map(file -> FileName.last(file.path())).toList();
        List<String> unique = new ArrayList<>();
        for (int i = 0; i < last.size(); i++) {
            String name = last.get(i);
            boolean isOnly = last.stream().filter(name::equals).count() == 1;
            unique.add(isOnly ? name : index.files().get(i).name());
        }
        return unique;
    }

    /// A host, with the name that an analyst gave it.
    Sentence host(String address) {
        return named(address, address);
    }

    private Sentence named(String shown, String address) {
        String alias = aliases.get(address);
        return alias == null ? Sentence.host(shown)
                : TEXTS.sentence("alias", Sentence.host(shown), Sentence.note(alias));
    }

    /// The frame of a message, with its file where there are several.
    Sentence frame(int message) {
        OptionalLong logByte = index.logByte(message);
        Sentence number = Sentence.count(logByte.orElse(index.messages().frame(message)));
        String key = logByte.isPresent() ? "log.byte" : "frame";
        return names.size() == 1 ? TEXTS.sentence(key, number)
                : TEXTS.sentence(key + ".of.file", number, Sentence.name(names.get(index.messages().file(message))));
    }

    /// The frames that are cited, a line for each file: `call.pcap: 1–4, 7`.
    ///
    /// @param most so many ranges of each file
    public List<Sentence> frames(Evidence evidence, int most) {
        Map<Integer, List<Integer>> byFile = evidence.frames(index)
                .stream()
                .collect(Collectors.groupingBy(FrameNumber::file, TreeMap::new,
                        Collectors.mapping(FrameNumber::frame, Collectors.toList())));
        return byFile.entrySet()
                .stream()
                .map(file -> Sentence.row(Sentence.name(names.get(file.getKey())), Punctuation.COLON,
                        cited(file.getKey(), file.getValue(), most)))
                .toList();
    }

    /// Frames by their numbers; what a text log has instead by its bytes.
    private Sentence cited(int file, List<Integer> frames, int most) {
        CaptureSummary summary = index.files().get(file);
        if (summary.log().isEmpty()) {
            return ranges(frames, most);
        }
        String bytes = frames.stream()
                .sorted()
                .limit(most)
                .map(frame -> Long.toString(summary.logByte(frame).orElseThrow()))
                .collect(Collectors.joining(", "));
        Sentence shown = TEXTS.sentence("log.bytes", Sentence.term(bytes));
        int more = frames.size() - most;
        return more > 0 ? TEXTS.sentence("more", shown, Sentence.count(more)) : shown;
    }

    private static Sentence ranges(List<Integer> frames, int most) {
        List<Integer> sorted = frames.stream().sorted().toList();
        List<String> ranges = new ArrayList<>();
        int from = 0;
        while (from < sorted.size() && ranges.size() < most) {
            int to = from;
            while (to + 1 < sorted.size() && sorted.get(to + 1) == sorted.get(to) + 1) {
                to++;
            }
            String first = Integer.toString(sorted.get(from));
            ranges.add(to == from ? first : first + "–" + sorted.get(to));
            from = to + 1;
        }
        Sentence shown = Sentence.term(String.join(", ", ranges));
        int more = sorted.size() - from;
        return more > 0 ? TEXTS.sentence("more", shown, Sentence.count(more)) : shown;
    }

    /// Where a message comes from and goes to.
    Sentence ends(int message) {
        MessageTable table = index.messages();
        return Sentence.row(end(table.endpoint(table.source(message))), Punctuation.ARROW,
                end(table.endpoint(table.destination(message))));
    }

    private Sentence end(Endpoint end) {
        return named(end.toString(), end.host());
    }

    /// The SHA-256 of the bytes of a message, in lower-case hexadecimal.
    Sentence sha256(int message) {
        try {
            return Sentence
                    .term(HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(index.bytes(message))));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
