package org.sipsleuth.evaluate.social;

import java.io.IOException;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.sipsleuth.run.RunMonitor;
import org.sipsleuth.social.detection.SocialFlags;
import org.sipsleuth.social.detection.SocialMethod;

/// Who is flagged in one society by the bundled model, compared with the rest, and by one threshold.
///
/// @param seed of the society
/// @param users how many have enough calls to be compared
/// @param bad how many of them are attackers, misused or called by attackers
/// @param found how many of these are flagged
/// @param falseOnes how many others are
/// @param simpleFound how many of the bad one threshold finds
/// @param simpleFalse how many others are above it
record RestTrial(long seed, int users, int bad, int found, int falseOnes, int simpleFound, int simpleFalse) {

    /// Compares.
    static RestTrial of(RestCase kind, long seed, FeatureThreshold simple, RunMonitor monitor) throws IOException {
        Society society = Society.of(seed, kind.settings(), monitor);
        SocialFlags flags = SocialMethod.flags(new SocialMethod().shipped(), society.records(), Map.of(), monitor);
        JudgedUsers judged = JudgedUsers.of(society, monitor);
        Set<Integer> ours = new HashSet<>();
        flags.users().forEach(name -> ours.add(society.records().user(name)));
        Set<Integer> above = simple.flagged(judged.rows());
        return new RestTrial(seed, judged.users().size(), judged.bad().size(), count(ours, judged.bad(), true),
                count(ours, judged.bad(), false), count(above, judged.bad(), true), count(above, judged.bad(), false));
    }

    private static int count(Set<Integer> flagged, Set<Integer> bad, boolean areBad) {
        return (int) flagged.stream().filter(user -> bad.contains(user) == areBad).count();
    }
}
