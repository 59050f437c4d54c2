package org.sipsleuth.rule;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.sipsleuth.dialog.MessageTable;
import org.sipsleuth.dialog.column.MessageTypes;
import org.sipsleuth.finding.Finding;
import org.sipsleuth.finding.IncidentKind;
import org.sipsleuth.role.HostRoles;
import org.sipsleuth.setting.Setting;
import org.sipsleuth.transaction.HopTransaction;
import org.sipsleuth.transaction.TransactionTable;

/// Message spam: a stranger sends text messages (RFC 3428) to many users, hardly any of whom ever
/// write to it (RFC 5039 §2.2).
///
/// A sender whose users answer is a messaging service, one that had the password of an account before
/// is no stranger, and requests without a text only ask whether users exist.
final class MessageSpam implements SessionRule {

    static final Setting USERS = Setting.whole("message-users", 4, "users", 1, 1_000_000,
            "users to whom a stranger sends messages above which these are spam");

    /// The share of its users that write to a messaging service.
    private static final double WRITING = 0.2;

    /// Of an enumeration, most users do not exist.
    private static final double MOST_MISSING = 0.5;

    private static final String METHOD = "MESSAGE";

    @Override
    public Set<IncidentKind> kinds() {
        return Set.of(IncidentKind.MESSAGE_SPAM);
    }

    @Override
    public List<Setting> settings() {
        return List.of(USERS);
    }

    @Override
    public List<Finding> apply(Traffic traffic) {
        TransactionTable table = traffic.table();
        HostRoles roles = traffic.roles();
        int fewest = traffic.settings().count(USERS.name()) + 1;
        MessageTable messages = table.index().messages();
        List<HopTransaction> texts = traffic.open()
                .stream()
                .filter(each -> each.method() == MessageTypes.MESSAGE && !each.isWithinDialog())
                .filter(each -> each.requestUser() != HopTransaction.NONE)
                .filter(each -> !roles.isServer(each.source()) && !roles.isTrunk(each.source()))
                .filter(each -> messages.hasBody(each.request()))
                .toList();
        if (texts.size() < fewest) {
            return List.of();
        }
        TrustedSince trust = new TrustedSince(table);
        texts = texts.stream()
                .filter(each -> !trust.isTrusted(each))
                .filter(each -> roles.isStranger(each.source()) || trust.isLater(each.source(), each.atNanos()))
                .toList();
        List<Finding> findings = new ArrayList<>();
        for (List<HopTransaction> ofSource : Groups.parts(HopTransaction::source, texts)) {
            traffic.monitor().throwIfCancelled();
            for (List<HopTransaction> span : Spans.byHabit(ofSource)) {
                UserAnswers answers = new UserAnswers(span, METHOD);
                if (answers.tried().length >= fewest && answers.shareMissing() < MOST_MISSING
                        && writing(ofSource, traffic) < WRITING * answers.tried().length) {
                    findings.add(new MessageSpamText(traffic, span, answers.tried()).finding());
                    traffic.explain(new CallsOfOthers(traffic, span).withCopies(), IncidentKind.MESSAGE_SPAM);
                }
            }
        }
        return findings;
    }

    /// How many of the users ever write to the host that sends the messages, or to a user as whom
    /// it sends them and who is nobody else, whatever became of that.
    private static int writing(List<HopTransaction> ofSource, Traffic traffic) {
        TransactionTable table = traffic.table();
        int source = ofSource.getFirst().source();
        Set<Integer> senders = new HashSet<>();
        Set<Integer> recipients = new HashSet<>();
        for (HopTransaction each : ofSource) {
            senders.add(each.fromUser());
            recipients.add(each.requestUser());
        }
        senders.removeIf(user -> user == HopTransaction.NONE || traffic.roles().owner(user) >= 0);
        Set<Integer> writing = new HashSet<>();
        for (HopTransaction each : table.all()) {
            boolean isToSender = each.method() == MessageTypes.MESSAGE && each.source() != source
                    && (each.destination() == source || senders.contains(each.requestUser()));
            if (isToSender && recipients.contains(each.fromUser())) {
                writing.add(each.fromUser());
            }
        }
        return writing.size();
    }
}
