package org.sipsleuth.belief.detection;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.sipsleuth.belief.BeliefModel;
import org.sipsleuth.belief.network.TrafficClass;
import org.sipsleuth.belief.observation.TrafficEvents;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.finding.Detection;
import org.sipsleuth.finding.Finding;
import org.sipsleuth.finding.Origin;
import org.sipsleuth.finding.Unjudged;
import org.sipsleuth.rule.StoredPasswords;
import org.sipsleuth.run.RunMonitor;

/// What a model believes of the periods of a capture's sources, and the spans of time in which it
/// believes in an attack, or which are unlike normal traffic. Immutable.
public final class BeliefDetection implements Detection {

    // Sources have numbers in the order of their first messages; names do not depend on it.
    private static final Comparator<FoundSpan> STRONGEST_FIRST =
            Comparator.comparingDouble((FoundSpan each) -> each.finding().grounds().measures().getLast().value())
                    .reversed()
                    .thenComparingLong(each -> each.span().first().fromNanos())
                    .thenComparing(each -> each.span().sourceName());

    private static final Comparator<FoundSpan> FARTHEST_FIRST =
            Comparator.comparingDouble((FoundSpan each) -> -each.finding().grounds().decisive().value())
                    .thenComparingLong(each -> each.span().first().fromNanos())
                    .thenComparing(each -> each.span().sourceName());

    private final ScoredPeriods scored;
    private final List<FoundSpan> found;
    private final NoveltyFit fit;
    private final Map<Integer, List<FoundSpan>> bySource;

    private BeliefDetection(ScoredPeriods scored, List<FoundSpan> found, NoveltyFit fit) {
        this.scored = scored;
        this.fit = fit;
        this.found = List.copyOf(found);
        bySource = found.stream().collect(Collectors.groupingBy(each -> each.span().source()));
    }

    /// Finds suspicious spans in periods that a model scored; of those with too few messages nothing is
    /// claimed.
    ///
    /// @throws java.util.concurrent.CancellationException if the monitor asked to stop
    public static BeliefDetection of(ScoredPeriods scored, RunMonitor monitor) {
        List<FoundSpan> found = new ArrayList<>();
        List<SuspectSpan> spans = SuspectSpan.allOf(scored).stream().filter(SourceSpan::isGrounded).toList();
        Optional<StoredPasswords> stored = spans.stream().anyMatch(BeliefDetection::isOfPasswords)
                ? Optional.of(StoredPasswords.of(scored.periods().events().index(), monitor))
                : Optional.empty();
        for (SuspectSpan span : spans) {
            monitor.throwIfCancelled();
            boolean isStored = isOfPasswords(span) && stored.filter(each -> each.explain(span.messages())).isPresent();
            found.add(new FoundSpan(span, BeliefFindings.of(span, isStored)));
        }
        found.sort(STRONGEST_FIRST);
        Set<Integer> explained = spans.stream().map(SourceSpan::source).collect(Collectors.toSet());
        List<UnlikeSpan> unlike = UnlikeSpan.allOf(scored, explained::contains);
        NoveltyFit fit = NoveltyFit.of(scored, unlike, explained);
        found.addAll(fit.fits() ? found(unlike, monitor) : List.of());
        return new BeliefDetection(scored, found, fit);
    }

    /// What is unlike normal of sources of which nothing else is found, the farthest first.
    private static List<FoundSpan> found(List<UnlikeSpan> unlike, RunMonitor monitor) {
        List<FoundSpan> found = new ArrayList<>();
        for (UnlikeSpan span : unlike) {
            monitor.throwIfCancelled();
            found.add(new FoundSpan(span, UnlikeFindings.of(span)));
        }
        found.sort(FARTHEST_FIRST);
        return found;
    }

    private static boolean isOfPasswords(SuspectSpan span) {
        return span.trafficClass() == TrafficClass.PASSWORD_CRACKING;
    }

    @Override
    public SipIndex index() {
        return events().index();
    }

    @Override
    public Origin origin() {
        return new Origin(BeliefModel.KIND, scored.model().identity());
    }

    @Override
    public List<Finding> findings() {
        return found.stream().map(FoundSpan::finding).toList();
    }

    @Override
    public List<Unjudged> notJudged() {
        return Stream.concat(BeliefText.others(scored.periods().others()).stream(), BeliefText.misfit(fit).stream())
                .map(sentence -> new Unjudged(origin().detector(), Unjudged.Extent.PART, Set.of(), sentence))
                .toList();
    }

    /// Whether what the model knows of normal traffic fits the capture; what is unlike normal is
    /// reported only then.
    public NoveltyFit fit() {
        return fit;
    }

    /// The periods with what is believed of each.
    public ScoredPeriods scored() {
        return scored;
    }

    /// The suspicious spans, the most severe first, then in the order of time; then those that are
    /// unlike normal traffic.
    public List<FoundSpan> found() {
        return found;
    }

    private TrafficEvents events() {
        return scored.periods().events();
    }

    /// Also for a copy that was forwarded, which is in the span of its first sender.
    @Override
    public List<Finding> ofMessage(int message) {
        return span(message).map(FoundSpan::finding).stream().toList();
    }

    /// The span that contains a message; empty if there is none.
    private Optional<FoundSpan> span(int message) {
        return bySource.getOrDefault(events().source(message), List.of())
                .stream()
                .filter(each -> each.has(message))
                .findFirst();
    }

    @Override
    public Map<Finding, Integer> ofDialogs(List<Integer> dialogs, RunMonitor monitor) {
        Map<FoundSpan, Integer> counts = new HashMap<>();
        for (int dialog : dialogs) {
            monitor.throwIfCancelled();
            ofDialog(dialog).forEach(each -> counts.merge(each, 1, Integer::sum));
        }
        Map<Finding, Integer> sorted = new LinkedHashMap<>();
        found.stream()
                .filter(counts::containsKey)
                .forEach(each -> sorted.put(each.finding(), counts.getOrDefault(each, 0)));
        return sorted;
    }

    private Set<FoundSpan> ofDialog(int dialog) {
        Set<FoundSpan> touched = new HashSet<>();
        for (int message : index().messagesOf(dialog)) {
            if (bySource.containsKey(events().source(message))) {
                span(message).ifPresent(touched::add);
            }
        }
        return touched;
    }
}
