package org.sipsleuth.alignment;

import java.util.ArrayList;
import java.util.List;
import org.sipsleuth.alignment.words.Counted;
import org.sipsleuth.alignment.words.MessageKind;
import org.sipsleuth.alignment.words.MessageNames;
import org.sipsleuth.alignment.words.Pieces;

/// Puts the edits of an alignment into phrases, one for each run of edits without a match in
/// between.
final class EditText {

    private final Alignment alignment;
    private final Counted words;
    private final MessageNames known;
    private final MessageNames other;

    EditText(Alignment alignment, Counted words) {
        this.alignment = alignment;
        this.words = words;
        this.known = new MessageNames(alignment.known());
        this.other = new MessageNames(alignment.other());
    }

    /// What lies between two matches: these messages of the known sequence are gone, those of the
    /// other one are in their place.
    private record Change(int knownFrom, int knownTo, int otherFrom, int otherTo) {

        int removed() {
            return knownTo - knownFrom;
        }

        int added() {
            return otherTo - otherFrom;
        }
    }

    /// The phrases, in order; none for equal sequences.
    List<String> phrases() {
        List<String> phrases = new ArrayList<>();
        List<Change> changes = changes();
        int i = 0;
        while (i < changes.size()) {
            Change change = changes.get(i);
            if (i + 1 < changes.size() && isMove(change, changes.get(i + 1))) {
                phrases.add(moved(change, changes.get(i + 1)));
                i++;
            } else if (change.removed() == 0) {
                phrases.add(words.text("with", added(change.otherFrom(), change.otherTo())));
            } else if (change.added() == 0) {
                phrases.add(words.text("without", removed(change.knownFrom(), change.knownTo())));
            } else {
                phrases.add(replaced(change));
            }
            i++;
        }
        return phrases;
    }

    private List<Change> changes() {
        List<Change> changes = new ArrayList<>();
        int i = 0;
        int j = 0;
        for (Edit edit : alignment.edits()) {
            if (edit instanceof Edit.Match) {
                if (edit.known() > i || edit.other() > j) {
                    changes.add(new Change(i, edit.known(), j, edit.other()));
                }
                i = edit.known() + 1;
                j = edit.other() + 1;
            }
        }
        int knownEnd = alignment.known().size();
        int otherEnd = alignment.other().size();
        if (knownEnd > i || otherEnd > j) {
            changes.add(new Change(i, knownEnd, j, otherEnd));
        }
        return changes;
    }

    private String added(int from, int to) {
        List<String> names = other.names();
        List<String> period = Pieces.period(names.subList(from, to));
        int before = Pieces.copiesBefore(names, period, from);
        int copies = before + Pieces.copiesAfter(names, period, from);
        if (copies > 1) {
            int first = from - before * period.size();
            int end = first + copies * period.size();
            return words.times(list(period), copies) + place(first, end);
        }
        return counted(from, to) + place(from, to);
    }

    /// What was added, with the how-manieth it is unless it is the first.
    private String counted(int from, int to) {
        String what = list(other.names().subList(from, to));
        boolean isSingle = to - from == 1;
        int ordinal = other.ordinal(from);
        if (!isSingle) {
            boolean opens = MessageKind.opens(alignment.other().get(from));
            List<String> piece = other.names().subList(from, to);
            ordinal = opens ? Pieces.occurrences(other.names().subList(0, to), piece) : 1;
        }
        if (ordinal > 1) {
            return words.withArticle(ordinal, what);
        }
        return isSingle && other.isReInvite(from) ? words.text("single", what) : what;
    }

    private String list(List<String> names) {
        return Pieces.list(names, words);
    }

    private String removed(int from, int to) {
        List<String> names = known.names();
        List<String> piece = names.subList(from, to);
        List<String> period = Pieces.period(piece);
        int before = Pieces.copiesBefore(names, period, from);
        int copies = before + Pieces.copiesAfter(names, period, from);
        int gone = piece.size() / period.size();
        if (copies > gone) {
            return gone == 1 ? words.the(before + 1, list(period)) : list(piece) + knownPlace(from, to);
        }
        if (Pieces.occurrences(names, piece) == 1) {
            return list(piece);
        }
        if (MessageKind.opens(alignment.known().get(from))) {
            int ordinal = Pieces.occurrences(names.subList(0, to), piece);
            return words.the(ordinal, list(piece));
        }
        return list(piece) + knownPlace(from, to);
    }

    private String replaced(Change change) {
        String first = Integer.toString(change.otherFrom() + 1);
        String last = Integer.toString(change.otherTo());
        String place = switch (change.added()) {
            case 1 -> words.text("message", first);
            case 2 -> words.text("messages.two", first, last);
            default -> words.text("messages", first, last);
        };
        return words.text("replaced", list(other.names().subList(change.otherFrom(), change.otherTo())),
                list(known.names().subList(change.knownFrom(), change.knownTo())), place);
    }

    /// Whether the same messages are gone in one place and there in the other.
    private boolean isMove(Change one, Change next) {
        Change gone = one.added() == 0 ? one : next;
        Change there = one.added() == 0 ? next : one;
        return gone.added() == 0 && there.removed() == 0
                && alignment.known()
                        .subList(gone.knownFrom(), gone.knownTo())
                        .equals(alignment.other().subList(there.otherFrom(), there.otherTo()));
    }

    private String moved(Change one, Change next) {
        Change gone = one.added() == 0 ? one : next;
        Change there = one.added() == 0 ? next : one;
        String from = knownPlace(gone.knownFrom(), gone.knownTo());
        String to = place(there.otherFrom(), there.otherTo());
        if (from.equals(to)) {
            from = " " + words.text("message", Integer.toString(gone.knownFrom() + 1));
            to = " " + words.text("message", Integer.toString(there.otherFrom() + 1));
        }
        List<String> piece = other.names().subList(there.otherFrom(), there.otherTo());
        int ordinal = piece.size() == 1 ? other.ordinal(there.otherFrom()) : 1;
        String which = ordinal > 1 ? words.the(ordinal, list(piece)) : list(piece);
        return words.text("moved", which, to, from);
    }

    private String place(int from, int to) {
        return place(other.names(), from, to, alignment.otherLeftOut() > 0);
    }

    private String knownPlace(int from, int to) {
        return place(known.names(), from, to, alignment.knownLeftOut() > 0);
    }

    /// Where it is, with a space before it; empty for all of the messages.
    private String place(List<String> names, int from, int to, boolean goesOn) {
        boolean isAtEnd = to == names.size() && !goesOn;
        if (from == 0) {
            return isAtEnd ? "" : " " + words.text("begin");
        }
        return " " + (isAtEnd ? words.text("end") : words.text("after", names.get(from - 1)));
    }
}
