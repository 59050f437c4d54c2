package org.sipsleuth.report.investigation;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.sipsleuth.capture.Endpoint;
import org.sipsleuth.capture.FrameNumber;
import org.sipsleuth.capture.name.FileName;
import org.sipsleuth.dialog.CaptureSummary;
import org.sipsleuth.dialog.MessageTable;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.finding.Evidence;

/// Where messages are: their files, frames and hashes. Files are named without their folders, so
/// that the same case gives the same report wherever it lies, unless two have the same name. The
/// evidence of a case is named as the case names it.
final class EvidenceText {

    private final SipIndex index;
    private final ReportText text;
    private final List<String> names;
    private final Map<String, String> aliases;

    EvidenceText(InvestigationReport report, ReportText text) {
        index = report.investigation().index();
        this.text = text;
        aliases = report.facts().ofCase().map(CaseFacts::aliases).orElseGet(TreeMap::new);
        names = report.facts().ofCase().map(CaseFacts::captures).orElseGet(() -> names(index));
    }

    private static List<String> names(SipIndex index) {
        List<String> last = index.files().stream().map(file -> FileName.last(file.path())).toList();
        List<String> unique = new ArrayList<>();
        for (int i = 0; i < last.size(); i++) {
            String name = last.get(i);
            boolean isOnly = last.stream().filter(name::equals).count() == 1;
            unique.add(isOnly ? name : index.files().get(i).name());
        }
        return unique;
    }

    /// The name of a file of the index.
    String file(int number) {
        return names.get(number);
    }

    /// The names of the first files, and how many more there are.
    String files(int most) {
        return first(names, most, ", ");
    }

    /// The first of some texts, and how many more there are.
    String first(List<String> all, int most, String separator) {
        String shown = all.stream().limit(most).collect(Collectors.joining(separator));
        int more = all.size() - most;
        return more > 0 ? text.text("more", shown, more) : shown;
    }

    /// The same of addresses, each with the name that an analyst gave it.
    String hosts(List<String> addresses, int most) {
        return first(addresses.stream().map(this::host).toList(), most, ", ");
    }

    private String host(String address) {
        return withAlias(address, address);
    }

    private String withAlias(String shown, String address) {
        String alias = aliases.get(address);
        return alias == null ? shown : text.text("alias", shown, alias);
    }

    /// The frame of a message, with its file where there are several.
    String frame(int message) {
        int frame = index.messages().frame(message);
        return names.size() == 1 ? text.text("frame", frame)
                : text.text("frame.of.file", frame, file(index.messages().file(message)));
    }

    /// The frames that are cited, a line for each file: `call.pcap: 1–4, 7`.
    ///
    /// @param most so many ranges of each file
    List<String> frames(Evidence evidence, int most) {
        Map<Integer, List<Integer>> byFile = evidence.frames(index)
                .stream()
                .collect(Collectors.groupingBy(FrameNumber::file, TreeMap::new,
                        Collectors.mapping(FrameNumber::frame, Collectors.toList())));
        return byFile.entrySet().stream().map(its -> file(its.getKey()) + ": " + ranges(its.getValue(), most)).toList();
    }

    private String ranges(List<Integer> frames, int most) {
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
        String shown = String.join(", ", ranges);
        return from < sorted.size() ? text.text("more", shown, sorted.size() - from) : shown;
    }

    /// Where a message comes from and goes to.
    String ends(int message) {
        MessageTable table = index.messages();
        return end(table.endpoint(table.source(message))) + " → " + end(table.endpoint(table.destination(message)));
    }

    private String end(Endpoint end) {
        return withAlias(end.toString(), end.host());
    }

    /// The SHA-256 of the bytes of a message, in lower-case hexadecimal.
    String sha256(int message) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(index.bytes(message)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /// The frames of a capture that gave no message.
    static long unread(CaptureSummary file) {
        return file.unread().stream().mapToLong(its -> its.frames()).sum();
    }
}
