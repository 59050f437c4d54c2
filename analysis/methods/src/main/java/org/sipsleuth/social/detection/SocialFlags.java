package org.sipsleuth.social.detection;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sipsleuth.finding.Finding;
import org.sipsleuth.sentence.Sentence;
import org.sipsleuth.social.flag.FlagReason;

/// The flagged users of call records, from a capture or from a table. Immutable.
public final class SocialFlags {

    private final List<FlaggedCalls> flagged;
    private final List<Finding> findings;
    private final List<Sentence> notJudged;
    private final Optional<SocialComparison> comparison;
    private final Map<String, FlaggedCalls> callsByUser = new HashMap<>();
    private final Map<String, Finding> findingsByUser = new HashMap<>();

    /// @param findings one for each flagged user, in their order
    /// @param comparison by which they are flagged; empty if nobody could be judged
    SocialFlags(List<FlaggedCalls> flagged, List<Finding> findings, List<Sentence> notJudged,
            Optional<SocialComparison> comparison) {
        this.flagged = List.copyOf(flagged);
        this.findings = List.copyOf(findings);
        this.notJudged = List.copyOf(notJudged);
        this.comparison = comparison;
        flagged.forEach(each -> callsByUser.putIfAbsent(each.name(), each));
        findings.forEach(each -> findingsByUser.putIfAbsent(each.subject().name(), each));
    }

    /// Nobody is flagged, and why nothing could be said; empty if it could.
    static SocialFlags none(List<Sentence> notJudged) {
        return new SocialFlags(List.of(), List.of(), notJudged, Optional.empty());
    }

    /// The names of the flagged users, the most anomalous first.
    public List<String> users() {
        return flagged.stream().map(FlaggedCalls::name).toList();
    }

    /// Why a user is flagged, the feature that stands out most first; empty if it is not.
    ///
    /// @param user its name
    public Optional<List<FlagReason>> reasons(String user) {
        return calls(user).map(each -> each.flag().reasons());
    }

    /// The calls for which a user is flagged, as numbers of the records; none if it is not.
    ///
    /// @param user its name
    public List<Integer> callsOf(String user) {
        return calls(user).map(FlaggedCalls::calls).orElse(List.of());
    }

    private Optional<FlaggedCalls> calls(String user) {
        return Optional.ofNullable(callsByUser.get(user));
    }

    /// The finding about a flagged user; empty if it is not flagged. It cites the dialogs of the
    /// capture; none where the records come from a table.
    ///
    /// @param user its name
    public Optional<Finding> finding(String user) {
        return Optional.ofNullable(findingsByUser.get(user));
    }

    /// One for each flagged user.
    public List<Finding> findings() {
        return findings;
    }

    /// What could not be judged, as sentences.
    public List<Sentence> notJudged() {
        return notJudged;
    }

    /// How unlike usual users each user is; empty if nobody could be judged.
    public Optional<SocialComparison> comparison() {
        return comparison;
    }
}
