package org.sipsleuth.report.ladder.part;

import java.util.List;
import org.sipsleuth.dialog.ladder.SdpLabel;
import org.sipsleuth.report.draw.Ink;
import org.sipsleuth.report.draw.Pen;
import org.sipsleuth.report.draw.Pen.Anchor;
import org.sipsleuth.report.draw.Pen.Face;
import org.sipsleuth.report.draw.Pen.Letters;
import org.sipsleuth.report.draw.Pen.Rectangle;
import org.sipsleuth.report.draw.TextMeasure;
import org.sipsleuth.report.ladder.content.LadderContent.Mark;

/// Draws the labels of arrows: badges, a text, more badges.
public final class LabelPainter {

    /// How much wider than its label an arrow is at least.
    public static final double MARGIN = 14;

    private static final double SIZE = 12;
    private static final double STREAM_SIZE = 11;
    private static final double MIDDLE = 9;
    private static final double HALF = 8;
    private static final double STREAM_MIDDLE = 8;
    private static final double STREAM_HALF = 5.5;
    private static final double SIDE = 2;
    private static final double BADGE_GAP = 5;
    private static final double BADGE_PADDING = 8;
    private static final double BADGE_HEIGHT = 13;
    private static final double BADGE_ROUNDING = 3;
    private static final Letters BADGE = new Letters(Ink.TEXT, 9, Anchor.CENTRE);

    private final TextMeasure measure;

    public LabelPainter(TextMeasure measure) {
        this.measure = measure;
    }

    /// A short text in a box.
    ///
    /// @param brief the text beside an arrow that is too short for that
    /// @param isFilled whether the box has the colour, and not only its edge and text
    public record Badge(String text, String brief, Ink ink, boolean isFilled) {

        /// With the same text everywhere.
        public Badge(String text, Ink ink) {
            this(text, text, ink, false);
        }

        /// That of a session description. A direction that is not the usual one stands out.
        ///
        /// @param ink of the text that it stands beside
        public static Badge of(SdpLabel sdp, Ink ink) {
            return new Badge(sdp.text(), sdp.brief(), sdp.isUsual() ? Badge.of(Mark.SDP).ink() : ink, false);
        }

        private Badge shortened() {
            return new Badge(brief, brief, ink, isFilled);
        }

        /// The sign of a mark.
        public static Badge of(Mark mark) {
            return new Badge(mark.badge(), mark.badge(), switch (mark) {
                case SDP, REPEATED, HINT -> Ink.FAINT; // only problems stand out
                case DEFECTIVE -> Ink.FAILURE;
                case PROBLEM -> Ink.HINT;
            }, mark == Mark.PROBLEM);
        }
    }

    /// A label.
    ///
    /// @param before left of the text
    /// @param whole the text: `200 OK (INVITE)`
    /// @param brief the text for an arrow too short for that: `200 OK`
    /// @param letters of the text
    /// @param after right of the text
    public record Label(List<Badge> before, String whole, String brief, Letters letters, List<Badge> after) {

        /// The label of a media stream.
        ///
        /// @param isStrong whether it stands out
        public static Label ofStream(String words, boolean isStrong, List<Badge> after) {
            Letters letters = new Letters(Ink.MEDIA, STREAM_SIZE, Anchor.LEFT, isStrong ? Face.BOLD : Face.PLAIN);
            return new Label(List.of(), words, words, letters, after);
        }

        /// With badges that need less room.
        private Label shortened() {
            return new Label(before, whole, brief, letters, after.stream().map(Badge::shortened).toList());
        }

        private boolean isOfStream() {
            return letters.ink() == Ink.MEDIA;
        }
    }

    /// The letters of a message's label.
    ///
    /// @param isStrong whether they stand out
    public static Letters letters(Ink ink, boolean isStrong) {
        return new Letters(ink, SIZE, Anchor.LEFT, isStrong ? Face.BOLD : Face.PLAIN);
    }

    /// A label in its place.
    ///
    /// @param text what is drawn of it
    /// @param left of its first badge, or of the text
    /// @param textLeft of the text
    /// @param textWidth of the text
    /// @param width of all
    /// @param middle of its height
    public record Placed(Label label, String text, double left, double textLeft, double textWidth, double width,
            double middle) {}

    /// The width of a label that is not shortened.
    public double width(Label label) {
        return measure.width(label.whole(), label.letters()) + badges(label);
    }

    /// Finds the place of a label: above its arrow, or beside the arrow of a host to itself, on the
    /// side that has more room. One that is too long for its arrow has shorter badges.
    public Placed place(Label label, Place place) {
        double left = place.left() + MARGIN / 2;
        double right = place.right() - MARGIN / 2;
        if (place.isLoop()) {
            return beside(label, place, left, right);
        }
        double arrow = Math.abs(place.to() - place.from()) - MARGIN;
        Label fitted = fitted(label, arrow);
        double badges = badges(fitted);
        String text = text(fitted, arrow - badges, right - left - badges);
        double textWidth = measure.width(text, label.letters());
        double half = (textWidth + badges) / 2;
        double middle = (place.from() + place.to()) / 2;
        double fitting = Math.max(left + half, Math.min(middle, right - half));
        double above = label.isOfStream() ? STREAM_MIDDLE : MIDDLE;
        return placed(fitted, text, fitting - half, textWidth, place.top() + above);
    }

    private Placed beside(Label label, Place place, double left, double right) {
        double after = place.from() + ArrowPainter.LOOP_WIDTH + MARGIN / 2;
        double before = place.from() - MARGIN / 2;
        boolean isAfter = width(label) <= right - after || right - after >= before - left;
        double room = isAfter ? right - after : before - left;
        Label fitted = fitted(label, room);
        double badges = badges(fitted);
        String text = text(fitted, room - badges, room - badges);
        double textWidth = measure.width(text, label.letters());
        double start = isAfter ? after : before - textWidth - badges;
        double middle = label.isOfStream() ? LadderSizes.STREAM_ARROW : LadderSizes.ARROW;
        return placed(fitted, text, start, textWidth, place.top() + middle);
    }

    private Label fitted(Label label, double room) {
        return measure.width(label.brief(), label.letters()) + badges(label) <= room ? label : label.shortened();
    }

    /// The whole label where there is this room for it, else the brief one, cut off at `most`.
    private String text(Label label, double room, double most) {
        boolean isRoomy = measure.width(label.whole(), label.letters()) <= room;
        String wanted = isRoomy ? label.whole() : label.brief();
        return measure.fit(wanted, label.letters(), Math.max(0, most));
    }

    private Placed placed(Label label, String text, double left, double textWidth, double middle) {
        double before = 0;
        for (Badge badge : label.before()) {
            before += width(badge) + BADGE_GAP;
        }
        double width = textWidth + badges(label);
        return new Placed(label, text, left, left + before, textWidth, width, middle);
    }

    private double badges(Label label) {
        double width = 0;
        for (Badge badge : label.before()) {
            width += width(badge) + BADGE_GAP;
        }
        for (Badge badge : label.after()) {
            width += width(badge) + BADGE_GAP;
        }
        return width;
    }

    /// The width of a badge.
    public double width(Badge badge) {
        return measure.width(badge.text(), BADGE) + BADGE_PADDING;
    }

    /// Clears the lifelines where a label will be.
    public <X extends Exception> void erase(Pen<X> pen, Placed placed) throws X {
        double half = placed.label().isOfStream() ? STREAM_HALF : HALF;
        double left = placed.left() - SIDE;
        double width = placed.width() + 2 * SIDE;
        pen.box(Ink.PAPER, Ink.PAPER, new Rectangle(left, placed.middle() - half, width, 2 * half));
    }

    /// Draws a label.
    public <X extends Exception> void draw(Pen<X> pen, Placed placed) throws X {
        Label label = placed.label();
        double x = placed.left();
        for (Badge badge : label.before()) {
            badge(pen, badge, x, placed.middle());
            x += width(badge) + BADGE_GAP;
        }
        double baseline = label.letters().baseline(placed.middle());
        pen.text(label.letters(), placed.text(), placed.textLeft(), baseline);
        x = placed.textLeft() + placed.textWidth();
        for (Badge badge : label.after()) {
            badge(pen, badge, x + BADGE_GAP, placed.middle());
            x += width(badge) + BADGE_GAP;
        }
    }

    /// Draws a badge.
    ///
    /// @param middle of its height
    public <X extends Exception> void badge(Pen<X> pen, Badge badge, double x, double middle) throws X {
        double left = pen.sharp(x);
        double top = pen.sharp(middle - BADGE_HEIGHT / 2);
        double inner = width(badge) - 1;
        Ink inside = badge.isFilled() ? badge.ink() : Ink.PAPER;
        pen.box(inside, badge.ink(), new Rectangle(left, top, inner, BADGE_HEIGHT, BADGE_ROUNDING));
        Letters letters = new Letters(badge.isFilled() ? Ink.PAPER : badge.ink(), BADGE.size(), Anchor.CENTRE);
        double baseline = letters.baseline(top + BADGE_HEIGHT / 2);
        pen.text(letters, badge.text(), left + inner / 2, baseline);
    }
}
