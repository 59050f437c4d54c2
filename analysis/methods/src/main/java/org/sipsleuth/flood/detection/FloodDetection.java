package org.sipsleuth.flood.detection;

import static org.sipsleuth.sentence.Sentence.count;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.finding.Detection;
import org.sipsleuth.finding.Finding;
import org.sipsleuth.finding.IncidentKind;
import org.sipsleuth.finding.Origin;
import org.sipsleuth.finding.Unjudged;
import org.sipsleuth.flood.rule.FloodRules;
import org.sipsleuth.flood.window.InviteWindows;

/// What a model of floods found in a capture: the scores of all windows, what rules measure beside
/// them, and the floods. Immutable.
public final class FloodDetection implements Detection {

    private final FloodScores scores;
    private final FloodRules rules;
    private final List<FloodSpan> floods;
    private final List<FloodKnown> known;
    private final List<Finding> findings;
    private @Nullable FloodDialogs dialogs;

    /// @param floods by server, in the order of time
    /// @param loadTests what is like a flood, and is none
    FloodDetection(FloodScores scores, FloodRules rules, List<FloodSpan> floods, List<LoadTest> loadTests) {
        this.scores = scores;
        this.rules = rules;
        this.floods = List.copyOf(floods);
        this.known = known(floods);
        this.findings = Stream.concat(
                IntStream.range(0, floods.size())
                        .mapToObj(each -> FloodFindings.of(rules, scores, floods.get(each), known.get(each))),
                loadTests.stream().map(this::finding)).toList();
    }

    private List<FloodKnown> known(List<FloodSpan> spans) {
        InviteWindows windows = scores.inputs().windows();
        Map<Integer, Integer> groups = new HashMap<>();
        for (int group = 0; group < windows.servers(); group++) {
            groups.put(windows.server(group), group);
        }
        return spans.stream()
                .map(each -> FloodKnown.of(rules, scores, each, groups.getOrDefault(each.server(), 0)))
                .toList();
    }

    private Finding finding(LoadTest test) {
        return LoadTestFindings.of(scores.inputs().windows().attempts(), origin(), test);
    }

    @Override
    public SipIndex index() {
        return scores.inputs().windows().attempts().table().index();
    }

    @Override
    public Origin origin() {
        return new Origin(FloodModel.KIND, scores.model().identity());
    }

    @Override
    public List<Finding> findings() {
        return findings;
    }

    @Override
    public List<Unjudged> notJudged() {
        int fast = scores.notScoredFast();
        return fast == 0 ? List.of()
                : List.of(new Unjudged(origin().detector(), Unjudged.Extent.PART, Set.of(IncidentKind.INVITE_FLOOD),
                        FloodFindings.TEXTS.sentence("history", count(fast))));
    }

    /// The windows, their inputs and their scores.
    public FloodScores scores() {
        return scores;
    }

    /// What the rules measure at every INVITE.
    public FloodRules rules() {
        return rules;
    }

    /// The floods, by server and in the order of time: one for each of
    /// the first findings, in the same order; load tests follow.
    public List<FloodSpan> floods() {
        return floods;
    }

    /// When each of the floods was known, in the same order.
    public List<FloodKnown> known() {
        return known;
    }

    /// What fields of dialogs show; made when somebody asks. On any thread.
    synchronized FloodDialogs ofDialogs() {
        if (dialogs == null) {
            dialogs = new FloodDialogs(scores, floods);
        }
        return dialogs;
    }
}
