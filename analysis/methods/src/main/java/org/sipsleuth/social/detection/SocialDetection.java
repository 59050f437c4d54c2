package org.sipsleuth.social.detection;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.finding.Detection;
import org.sipsleuth.finding.Finding;
import org.sipsleuth.finding.IncidentKind;
import org.sipsleuth.finding.Origin;
import org.sipsleuth.finding.Unjudged;

/// The users of a capture who are flagged. Immutable.
public final class SocialDetection implements Detection {

    private final SipIndex index;
    private final Origin origin;
    private final SocialFlags flags;
    private final Map<Integer, List<String>> ofDialogs = new HashMap<>();

    SocialDetection(SipIndex index, Origin origin, SocialFlags flags) {
        this.index = index;
        this.origin = origin;
        this.flags = flags;
        for (Finding finding : flags.findings()) {
            for (int dialog : finding.evidence().dialogs(index)) {
                ofDialogs.computeIfAbsent(dialog, _ -> new ArrayList<>(1)).add(finding.subject().name());
            }
        }
    }

    @Override
    public SipIndex index() {
        return index;
    }

    @Override
    public Origin origin() {
        return origin;
    }

    @Override
    public List<Finding> findings() {
        return flags.findings();
    }

    @Override
    public List<Unjudged> notJudged() {
        return flags.notJudged()
                .stream()
                .map(sentence -> new Unjudged(origin.detector(), Unjudged.Extent.ALL,
                        Set.of(IncidentKind.SOCIAL_ANOMALY), sentence))
                .toList();
    }

    /// The flagged users.
    public SocialFlags flags() {
        return flags;
    }

    /// The names of the flagged users with a call in a dialog.
    List<String> usersOf(int dialog) {
        return ofDialogs.getOrDefault(dialog, List.of());
    }
}
