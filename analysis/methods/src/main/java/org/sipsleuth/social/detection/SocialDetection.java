package org.sipsleuth.social.detection;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.finding.Detection;
import org.sipsleuth.finding.Finding;
import org.sipsleuth.finding.Origin;
import org.sipsleuth.social.flag.FlagReason;

/// The users of a capture who are flagged. Immutable.
public final class SocialDetection implements Detection {

    private final SipIndex index;
    private final Origin origin;
    private final List<FlaggedCalls> flagged;
    private final List<Finding> findings;
    private final List<String> notJudged;
    private final Map<Integer, List<String>> ofDialogs = new HashMap<>();

    SocialDetection(
            SipIndex index,
            Origin origin,
            List<FlaggedCalls> flagged,
            List<Finding> findings,
            List<String> notJudged) {
        this.index = index;
        this.origin = origin;
        this.flagged = List.copyOf(flagged);
        this.findings = List.copyOf(findings);
        this.notJudged = List.copyOf(notJudged);
        for (Finding finding : findings) {
            for (int dialog : finding.evidence().dialogs(index)) {
                ofDialogs
                        .computeIfAbsent(dialog, _ -> new ArrayList<>(1))
                        .add(finding.subject().name());
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
        return findings;
    }

    @Override
    public List<String> notJudged() {
        return notJudged;
    }

    /// The names of the flagged users, the most anomalous first.
    public List<String> users() {
        return flagged.stream().map(FlaggedCalls::name).toList();
    }

    /// Why a user is flagged, the feature that stands out most first; empty if it is not.
    ///
    /// @param user its name
    public Optional<List<FlagReason>> reasons(String user) {
        return flagged.stream()
                .filter(each -> each.name().equals(user))
                .map(each -> each.flag().reasons())
                .findFirst();
    }

    /// The finding about a flagged user; empty if it is not flagged.
    ///
    /// @param user its name
    public Optional<Finding> finding(String user) {
        return findings.stream().filter(each -> each.subject().name().equals(user)).findFirst();
    }

    /// The names of the flagged users with a call in a dialog.
    List<String> usersOf(int dialog) {
        return ofDialogs.getOrDefault(dialog, List.of());
    }

    List<FlaggedCalls> flagged() {
        return flagged;
    }
}
