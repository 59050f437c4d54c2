package org.sipsleuth.dialog.hint;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.sipsleuth.dialog.MessageTable;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.dialog.column.MessageTypes;
import org.sipsleuth.dialog.note.MessageExplanation;
import org.sipsleuth.dialog.note.QuotedValues;
import org.sipsleuth.sip.SipMessage;
import org.sipsleuth.sip.reason.StatusPhrases;

/// Finds transfers that failed (RFC 3515): a REFER that was refused, and a NOTIFY whose
/// `message/sipfrag` reports that the request to the target was refused. The last one counts, since
/// a transfer may be tried again.
final class TransferHints {

    private static final String FRAGMENT = "message/sipfrag";

    /// The status line of a fragment (RFC 3420 §2.2).
    private static final Pattern STATUS = Pattern.compile("^SIP/2\\.0 (\\d{3})(?: ([^\\r\\n]*))?");

    /// A transfer reports its progress a few times; of more the first ones are read.
    private static final int MOST_READ = 100;

    private static final int FIRST_FINAL = 200;
    private static final int FIRST_REFUSAL = 300;

    private final SipIndex index;
    private final MessageTable messages;

    TransferHints(SipIndex index) {
        this.index = index;
        messages = index.messages();
    }

    /// That of a dialog. Cost: its messages, and the text of at most 100 NOTIFYs of a call or after a
    /// REFER.
    Optional<FoundHint> of(int dialog, boolean isCall) {
        Optional<FoundHint> found = Optional.empty();
        int read = 0;
        int refer = -1;
        for (int message : index.messagesOf(dialog)) {
            int type = messages.type(message);
            boolean isNew = !messages.isRetransmission(message);
            if (type == MessageTypes.REFER && isNew) {
                refer = messages.transaction(message);
            } else if (type == MessageTypes.NOTIFY && isNew && messages.hasBody(message) && (isCall || refer >= 0)
                    && read++ < MOST_READ) {
                Optional<Matcher> reported = reported(message);
                found = reported.isPresent() ? failed(message, reported.get()) : found;
            } else if (messages.transaction(message) == refer && !messages.isRequest(message) && type >= FIRST_FINAL) {
                found = type < FIRST_REFUSAL || isChallenge(type) ? Optional.empty() : Optional.of(refused(message));
            }
        }
        return found;
    }

    private static boolean isChallenge(int status) {
        return status == 401 || status == 407;
    }

    private FoundHint refused(int response) {
        return new FoundHint(DialogHint.TRANSFER_REFUSED,
                "REFER was refused with %s. %s".formatted(StatusPhrases.words(messages.type(response), ""),
                        MessageExplanation.of(index, response).summary()),
                List.of(response));
    }

    /// The status line of a fragment with a final response.
    private Optional<Matcher> reported(int notify) {
        SipMessage sip = index.message(notify);
        boolean isFragment = sip.header("Content-Type")
                .filter(type -> type.strip().toLowerCase(Locale.ROOT).startsWith(FRAGMENT))
                .isPresent();
        return isFragment
                ? Optional.of(STATUS.matcher(sip.text().substring(sip.bodyOffset())))
                        .filter(Matcher::find)
                        .filter(line -> Integer.parseInt(line.group(1)) >= FIRST_FINAL)
                : Optional.empty();
    }

    private static Optional<FoundHint> failed(int notify, Matcher line) {
        int status = Integer.parseInt(line.group(1));
        String phrase = line.group(2) == null ? "" : QuotedValues.shown(line.group(2));
        return status < FIRST_REFUSAL ? Optional.empty()
                : Optional
                        .of(new FoundHint(DialogHint.TRANSFER_FAILED, "NOTIFY reports what became of the transfer: %s."
                                .formatted(StatusPhrases.words(status, phrase)), List.of(notify)));
    }
}
