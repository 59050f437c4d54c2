package org.sipsleuth.view.dialogs.condition;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.dialog.field.HeaderValue;
import org.sipsleuth.filter.complete.Conditions;
import org.sipsleuth.view.dialogs.table.query.DialogColumn;
import org.sipsleuth.view.dialogs.table.query.FieldColumn;
import org.sipsleuth.view.dialogs.table.query.OwnColumn;

/// The condition that a cell of the list represents.
public final class CellConditions {

    /// Further messages of a dialog are not asked for a header field.
    private static final int MOST_MESSAGES = 64;

    private final Conditions conditions;

    public CellConditions(Conditions conditions) {
        this.conditions = conditions;
    }

    /// That a dialog has the value of this cell; where it has none, the Call-ID.
    public List<String> of(SipIndex index, int dialog, @Nullable DialogColumn column) {
        Optional<String> its = switch (column) {
            case null -> Optional.empty();
            case OwnColumn own -> ofDialog(index, dialog, field(own));
            case FieldColumn(HeaderValue header) -> ofHeader(index, dialog, header);
            case FieldColumn known -> ofDialog(index, dialog, "dialog." + known.key());
        };
        return its.or(() -> ofDialog(index, dialog, "dialog.call_id")).stream().toList();
    }

    /// The field that a column shows; empty where a filter cannot ask it.
    private static String field(OwnColumn column) {
        return switch (column) {
            case MARK -> "dialog.outcome";
            case KNOWN -> "dialog.mark";
            case NETWORK -> "network.mark";
            case MAXIMUM -> "dialog.maximum";
            case SKEWNESS -> "dialog.skewness";
            case KURTOSIS -> "dialog.kurtosis";
            case NOTE -> "note.mark";
            case TAGS -> "note.tag";
            case COMMENT -> "note.comment";
            case INCIDENT -> "incident.id";
            case PROBLEM -> "problem.title";
            case PROBLEM_SEVERITY -> "problem.severity";
            case FINDING -> "finding.severity";
            case FINDINGS -> "finding.count";
            case FINDING_CLASS -> "finding.class";
            case FINDING_TITLE -> "finding.title";
            case FINDING_DETECTOR -> "finding.detector";
            case TRUTH, LEGS, CALL -> "";
        };
    }

    private Optional<String> ofDialog(SipIndex index, int dialog, String field) {
        return conditions.ofField(index, index.dialogs().firstMessage(dialog), field);
    }

    private Optional<String> ofHeader(SipIndex index, int dialog, HeaderValue header) {
        boolean isOfRequest = header.side() == HeaderValue.Side.REQUEST;
        return IntStream.of(index.messagesOf(dialog))
                .filter(message -> index.messages().isRequest(message) == isOfRequest)
                .limit(MOST_MESSAGES)
                .boxed()
                .flatMap(message -> ofHeader(index, message, header.header()).stream())
                .findFirst();
    }

    private Optional<String> ofHeader(SipIndex index, int message, String header) {
        return Stream.of("sip.", "sip.header.")
                .flatMap(prefix -> conditions.ofField(index, message, prefix + header).stream())
                .findFirst();
    }
}
