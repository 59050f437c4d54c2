package org.sipsleuth.hops;

import static org.sipsleuth.sentence.Sentence.count;
import static org.sipsleuth.sentence.Sentence.field;
import static org.sipsleuth.sentence.Sentence.host;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.dialog.evidence.Evidence;
import org.sipsleuth.finding.Detection;
import org.sipsleuth.finding.Finding;
import org.sipsleuth.finding.Grounds;
import org.sipsleuth.finding.Measurement;
import org.sipsleuth.finding.Origin;
import org.sipsleuth.finding.Rationale;
import org.sipsleuth.finding.Statement;
import org.sipsleuth.finding.Subject;
import org.sipsleuth.finding.Unjudged;
import org.sipsleuth.model.ModelIdentity;
import org.sipsleuth.sentence.MethodTexts;
import org.sipsleuth.sentence.Severity;

/// Requests above the limit, one finding for each source. Immutable.
///
/// @param counts the Max-Forwards of all requests
/// @param origin method and model
/// @param findings in the order of the sources' names
record HopsDetection(HopCounts counts, Origin origin, List<Finding> findings) implements Detection {

    private static final MethodTexts TEXTS = HopsMethod.TEXTS;

    static HopsDetection of(HopCounts counts, int limit, ModelIdentity model) {
        Origin origin = new Origin(HopsMethod.NAME, model);
        SipIndex index = counts.index();
        Map<String, List<Integer>> bySource = counts.above(limit)
                .stream()
                .collect(Collectors.groupingBy(message -> source(index, message), TreeMap::new, Collectors.toList()));
        List<Finding> findings = bySource.entrySet()
                .stream()
                .map(each -> finding(counts, limit, origin, each.getKey(), each.getValue()))
                .toList();
        return new HopsDetection(counts, origin, findings);
    }

    private static String source(SipIndex index, int message) {
        return index.messages().endpoint(index.messages().source(message)).host();
    }

    private static Finding finding(HopCounts counts, int limit, Origin origin, String source, List<Integer> messages) {
        int highest = messages.stream().mapToInt(counts::of).max().orElseThrow();
        return new Finding(HopsMethod.NAME + "-" + source, origin, Severity.LOW,
                Statement.of("many_hops", TEXTS.sentence("title", host(source)),
                        TEXTS.sentence("explanation", count(messages.size()), host(source), count(highest),
                                count(limit)),
                        TEXTS),
                new Grounds(List.of(new Measurement(field("Max-Forwards"), highest, limit, Measurement.Side.ABOVE)),
                        true, TEXTS.sentence("sample", count(messages.size()))),
                Evidence.ofMessages(messages.stream().mapToInt(each -> each).toArray(), List.of()),
                new Subject(Subject.Kind.SOURCE, source), () -> rationale(counts, messages));
    }

    /// How many requests have which value, each with its messages.
    private static Rationale rationale(HopCounts counts, List<Integer> messages) {
        Rationale.Builder lines = new Rationale.Builder().section(TEXTS.sentence("values"));
        messages.stream()
                .collect(Collectors.groupingBy(counts::of, TreeMap::new, Collectors.toList()))
                .forEach((hops, its) -> lines.cited(count(hops), TEXTS.sentence("requests", count(its.size())),
                        Evidence.ofMessages(its.stream().mapToInt(each -> each).toArray(), List.of())));
        return lines.build();
    }

    @Override
    public SipIndex index() {
        return counts.index();
    }

    @Override
    public List<Unjudged> notJudged() {
        return List.of();
    }
}
