package org.sipsleuth.report.ladder.content;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.sipsleuth.dialog.ladder.SdpLabel;
import org.sipsleuth.dialog.ladder.layer.LadderLayers;
import org.sipsleuth.dialog.ladder.layer.TimeSpacing;
import org.sipsleuth.report.output.HumanText;

/// The content of a drawn ladder: the heads of its lifelines, and its rows, each of which is made
/// when it is asked for. All texts are visible ones on one line: no control characters.
public interface LadderContent {

    /// The lifelines from left to right.
    List<Head> heads();

    /// How many rows there are.
    int size();

    /// What else there is to be drawn.
    Extent extent();

    /// The lifeline that a row's arrow comes from; cheap.
    int source(int row);

    /// The lifeline that it goes to; equal to the source if a host talks to itself.
    int destination(int row);

    /// Where a row's message comes from and goes to, in full; cheap.
    String ends(int row);

    /// Whether a row is a stream of media; cheap.
    default boolean isStream(int row) {
        return false;
    }

    /// A row. Reads the message.
    Row row(int row);

    /// Texts as wide as the widest of all rows.
    Place widest();

    /// Reference for time deltas.
    default String deltaHead() {
        return "+ s";
    }

    /// The room before a row, in heights of a row; cheap.
    default double roomBefore(int row) {
        return 0;
    }

    /// How long the pause before a row is if that is too long to be drawn to scale, else empty.
    default String pauseBefore(int row) {
        return "";
    }

    /// The states of dialogs that reach into these rows.
    ///
    /// @param end the row after the last one
    default List<Reach> bands(int from, int end) {
        return List.of();
    }

    /// The transactions that reach into these rows.
    ///
    /// @param end the row after the last one
    default List<Reach> brackets(int from, int end) {
        return List.of();
    }

    /// The group that a row is coloured by, or [Look#NO_GROUP]; cheap.
    default int group(int row) {
        return Look.NO_GROUP;
    }

    /// What the rows of a group have in common. Reads a message.
    default String groupName(int group) {
        return "";
    }

    /// What there is beside the arrows of messages.
    ///
    /// @param hasMedia whether some rows are streams of media
    /// @param hasGroups whether colours show groups, not classes of messages
    /// @param bands how many columns the states of dialogs need
    /// @param brackets how many columns the transactions need
    /// @param hasNotes whether there is a column of notes
    /// @param scale the meaning of vertical space, in words; empty if none
    record Extent(boolean hasMedia, boolean hasGroups, int bands, int brackets, boolean hasNotes, String scale) {
        /// Nothing.
        public static final Extent NONE = new Extent(false, false, 0, 0, false, "");

        /// The extent of a ladder with these layers.
        public static Extent of(LadderLayers layers, boolean hasNotes) {
            TimeSpacing spacing = layers.spacing();
            return new Extent(!layers.media().isEmpty(), layers.groups() != null, layers.states().columns(),
                    layers.transactions().columns(), hasNotes,
                    spacing == null ? "" : HumanText.duration(Math.round(spacing.nanosPerRow())));
        }
    }

    /// What reaches over several rows.
    ///
    /// @param column from 0, the innermost
    /// @param last its last row
    /// @param words what it is; may be empty
    /// @param isGood whether it is as it should be
    record Reach(int column, int first, int last, String words, boolean isGood) {}

    /// The head of a lifeline.
    ///
    /// @param name the host, or what the user calls it
    /// @param below its ports, or its address
    /// @param isNamed whether the user calls it something; else the name is an address, whose end
    ///     distinguishes it
    record Head(String name, String below, boolean isNamed) {}

    /// A row.
    ///
    /// @param look of the arrow
    /// @param label the text on the arrow
    /// @param about its further details
    /// @param place its time and its position in the capture
    record Row(int source, int destination, Look look, Label label, About about, Place place) {

        /// Whether it has this mark.
        public boolean is(Mark mark) {
            return about.marks().contains(mark);
        }

        /// The marks that are drawn, in order: where a problem is marked, its hints need no mark.
        public List<Mark> drawn() {
            return Arrays.stream(Mark.values())
                    .filter(mark -> is(mark) && !(mark == Mark.HINT && is(Mark.PROBLEM)))
                    .toList();
        }
    }

    /// The label of an arrow.
    ///
    /// @param whole all of it: `200 OK (INVITE)`
    /// @param brief for who has little room: `200 OK`
    /// @param sdp the session description of the message
    record Label(String whole, String brief, SdpLabel sdp) {

        /// All of it as text: `re-INVITE (SDP hold, sendonly)`.
        public String text() {
            return whole + (sdp.isThere() ? " (" + sdp.text() + ")" : "");
        }
    }

    /// The further details of a message.
    record About(Set<Mark> marks, List<Note> notes) {
        /// Nothing.
        public static final About NOTHING = new About(Set.of(), List.of());

        public About {
            marks = Set.copyOf(marks);
            notes = List.copyOf(notes);
        }
    }

    /// A sentence about a message.
    ///
    /// @param isHint whether it is something to look at; else what the message means
    record Note(boolean isHint, String text) {}

    /// The columns left of the lifelines.
    ///
    /// @param dialog which of the dialogs it belongs to; empty if there is only one
    /// @param frame the number of its frame; empty if the row is for many messages
    /// @param time when it was captured
    /// @param delta the time since another message; empty if it is none
    record Place(String dialog, String frame, String time, String delta) {}

    /// What else is true of a message. In the order in which they are drawn.
    enum Mark {
        SDP("SDP", "session description (SDP), with its direction as its sender sees it"),
        REPEATED("repeat", "a retransmission"),
        DEFECTIVE("defect", "has defects"),
        HINT("hint", "has a hint"),
        PROBLEM("problem", "shows a problem of a call or registration");

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
