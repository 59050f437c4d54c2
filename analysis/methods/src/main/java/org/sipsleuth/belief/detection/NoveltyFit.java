package org.sipsleuth.belief.detection;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Whether what a model knows of normal traffic is about networks like that of a capture: a source
/// that is unlike normal ones says something only beside others that are like them.
///
/// @param unlike how many sources of which nothing else is found have a period unlike normal ones
/// @param like how many others were judged
public record NoveltyFit(int unlike, int like) {

    /// So many sources must be like normal ones for each that is not.
    private static final int FEWEST_LIKE = 3;

    /// That of a capture.
    ///
    /// @param spans what is unlike normal in it
    /// @param explained the sources of which something else is found
    static NoveltyFit of(ScoredPeriods scored, List<UnlikeSpan> spans, Set<Integer> explained) {
        Set<Integer> like = new HashSet<>();
        for (int number = 0; number < scored.size(); number++) {
            if (scored.novelty(number).isPresent()) {
                like.add(scored.period(number).group());
            }
        }
        like.removeAll(explained);
        spans.forEach(each -> like.remove(each.source()));
        return new NoveltyFit(spans.size(), like.size());
    }

    /// Whether the model fits the capture; otherwise nothing is reported.
    public boolean fits() {
        return like >= FEWEST_LIKE * unlike;
    }
}
