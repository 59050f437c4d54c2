package org.sipsleuth.transaction.fault;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToLongFunction;
import org.sipsleuth.dialog.CaptureSummary;
import org.sipsleuth.dialog.DialogTable;
import org.sipsleuth.dialog.MessageTable;
import org.sipsleuth.dialog.column.MessageTypes;
import org.sipsleuth.dialog.coverage.Coverage;
import org.sipsleuth.dialog.coverage.Coverages;
import org.sipsleuth.transaction.Call;
import org.sipsleuth.transaction.HopTransaction;
import org.sipsleuth.transaction.TransactionTable;
import org.sipsleuth.transaction.Visibility;

/// Reads from each coverage what cannot be concluded from it.
final class LimitsReader {

    /// So many hosts are named in a sentence.
    private static final int NAMED = 3;

    private final TransactionTable table;
    private final FragmentFaults fragments;
    private final Coverages coverages;
    private final long[] begunBefore;
    private final long[] unended;

    /// Responses that no branch joins to their requests.
    private final long[] joined;

    /// Requests that somebody must have answered, since what follows was sent.
    private final long[] evident;

    LimitsReader(TransactionTable table, FragmentFaults fragments) {
        this.table = table;
        this.fragments = fragments;
        coverages = table.index().dialogs().coverages();
        int count = coverages.all().size();
        begunBefore = new long[count];
        unended = new long[count];
        joined = new long[count];
        evident = new long[count];
        countDialogs();
        for (HopTransaction hop : table.origins()) {
            boolean isEvident = hop.isAcknowledged() || (hop.isWithinDialog() && hop.hasCredentials());
            evident[table.index().dialogs().coverageOf(hop.dialog())] += isEvident && !hop.isAnswered() ? 1 : 0;
        }
    }

    private void countDialogs() {
        DialogTable dialogs = table.index().dialogs();
        MessageTable messages = table.index().messages();
        for (int message = 0; message < messages.size(); message++) {
            joined[coverages.number(messages.file(message))] += messages.isJoined(message) ? 1 : 0;
        }
        for (Call call : table.calls()) {
            boolean isOpen = call.answeredAtNanos() != 0 && call.endedAtNanos() == 0;
            unended[dialogs.coverageOf(call.first().dialog())] += isOpen ? 1 : 0;
        }
        for (int dialog = 0; dialog < dialogs.size(); dialog++) {
            int first = dialogs.firstMessage(dialog);
            boolean isBegun = messages.isRequest(first) && messages.type(first) == MessageTypes.INVITE
                    && !messages.hasToTag(first);
            begunBefore[dialogs.coverageOf(dialog)] += dialogs.isCall(dialog) && !isBegun ? 1 : 0;
        }
    }

    /// One for each coverage, in their order.
    List<CaptureLimits> limits() {
        List<CaptureLimits> limits = new ArrayList<>();
        for (int number = 0; number < coverages.all().size(); number++) {
            limits.add(limits(number, coverages.all().get(number)));
        }
        return limits;
    }

    private CaptureLimits limits(int number, Coverage coverage) {
        Visibility visibility = table.visibilityOf(coverage.files().getFirst());
        List<String> unseen = unseen(number);
        boolean isOneWay = !unseen.isEmpty() || (!visibility.hasResponses() && evident[number] > 0);
        long dropped = sum(coverage, file -> file.notes().dropped());
        long snapped = sum(coverage, file -> file.notes().snapped());
        long gapBytes = sum(coverage, file -> file.gaps().bytes());
        long incomplete = coverage.files().stream().mapToLong(fragments::arrived).sum();
        return new CaptureLimits(number, coverage.files(), dropped, snapped, gapBytes, incomplete, isOneWay,
                !visibility.hasAcks(), begunBefore[number], unended[number],
                text(visibility, isOneWay, unseen, dropped, snapped, gapBytes, incomplete, number), edges(number));
    }

    private long sum(Coverage coverage, ToLongFunction<CaptureSummary> count) {
        return coverage.files().stream().map(table.index().files()::get).mapToLong(count).sum();
    }

    /// Between which hosts nothing was captured one way.
    private List<String> unseen(int number) {
        return table.sight()
                .unseen()
                .stream()
                .filter(each -> coverages.number(table.index().messages().file(each.shownBy())) == number)
                .map(each -> each.isAll() ? "of " + each.from() : "from %s to %s".formatted(each.from(), each.to()))
                .distinct()
                .toList();
    }

    /// How calls begin and end beyond the capture.
    private List<String> edges(int number) {
        List<String> text = new ArrayList<>();
        add(text, begunBefore[number], "%s without a captured beginning: how it began is unknown.", "call");
        add(text, unended[number], "%s answered and without a captured end: how it ended is unknown.", "call");
        return text;
    }

    private List<String> text(Visibility visibility, boolean isOneWay, List<String> unseen, long dropped, long snapped,
            long gapBytes, long incomplete, int number) {
        List<String> text = new ArrayList<>();
        add(text, dropped, "The capture dropped %s: what is missing may have been sent.", "packet");
        add(text, gapBytes, "%s of TCP streams not captured: messages in them may have been sent.", "byte");
        add(text, snapped, "%s captured only in part: what follows the cut is unknown.", "frame");
        add(text, incomplete,
                "%s of which only the first IP fragment was captured, as with a capture filter by port: nothing shows that the rest was lost.",
                "message");
        if (!unseen.isEmpty()) {
            int more = unseen.size() - NAMED;
            text.add("No message %s was captured: what was said there is known only from what others sent."
                    .formatted(String.join(", ", unseen.subList(0, Math.min(NAMED, unseen.size())))
                            + (more > 0 ? " and %,d more".formatted(more) : "")));
        } else if (isOneWay) {
            text.add("Only one direction was captured: that a request has no response proves nothing.");
        }
        if (!visibility.hasAcks()) {
            text.add("ACKs took a way that was not captured: that one is missing proves nothing.");
        }
        add(text, joined[number],
                "%s with a branch of no request, as devices make them that rewrite Via: matched by Call-ID, CSeq and addresses.",
                "response");
        return text;
    }

    private static void add(List<String> text, long count, String sentence, String noun) {
        if (count > 0) {
            text.add(sentence.formatted("%,d %s".formatted(count, count == 1 ? noun : noun + "s")));
        }
    }
}
