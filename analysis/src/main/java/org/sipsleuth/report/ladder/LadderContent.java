package org.sipsleuth.report.ladder;

import java.util.List;
import java.util.Set;

/// What a drawn ladder tells: the heads of its lifelines, and its rows, each of which is made when
/// it is asked for. All texts are visible ones on one line: no control characters.
public interface LadderContent {

    /// The lifelines from left to right.
    List<Head> heads();

    /// How many rows there are.
    int size();

    /// Whether some rows are streams of media.
    boolean hasMedia();

    /// The lifeline that a row's arrow comes from; cheap.
    int source(int row);

    /// The lifeline that it goes to; equal to the source if a host talks to itself.
    int destination(int row);

    /// Where a row's message comes from and goes to, in full; cheap.
    String ends(int row);

    /// A row. Reads the message.
    Row row(int row);

    /// Texts as wide as the widest of all rows.
    Place widest();

    /// The head of a lifeline.
    ///
    /// @param name the host, or what the user calls it
    /// @param below its ports, or its address
    record Head(String name, String below) {}

    /// A row.
    ///
    /// @param label what stands on the arrow
    /// @param place when it was, and where it stands in the capture
    record Row(
            int source,
            int destination,
            ArrowKind kind,
            Label label,
            Set<Mark> marks,
            Place place) {
        public Row {
            marks = Set.copyOf(marks);
        }

        /// Whether it has this mark.
        boolean is(Mark mark) {
            return marks.contains(mark);
        }
    }

    /// What stands on an arrow.
    ///
    /// @param whole all of it: `200 OK (INVITE)`
    /// @param brief for who has little room: `200 OK`
    record Label(String whole, String brief) {}

    /// What stands left of the lifelines.
    ///
    /// @param dialog which of the dialogs it belongs to; empty if there is only one
    /// @param frame the number of its frame; empty if it stands for many
    /// @param time when it was captured
    /// @param delta the time since the message before; empty if it is none
    record Place(String dialog, String frame, String time, String delta) {}

    /// What else is true of a message. In the order in which they are drawn.
    enum Mark {
        SDP("SDP", "carries a session description"),
        REPEATED("repeat", "a retransmission"),
        DEFECTIVE("defect", "something is wrong with it");

        private final String badge;
        private final String meaning;

        Mark(String badge, String meaning) {
            this.badge = badge;
            this.meaning = meaning;
        }

        /// What is drawn.
        public String badge() {
            return badge;
        }

        /// What that means.
        public String meaning() {
            return meaning;
        }
    }
}
