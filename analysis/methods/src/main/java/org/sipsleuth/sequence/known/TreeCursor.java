package org.sipsleuth.sequence.known;

/// A walk along a [PrefixTree], message by message, as a dialog goes on. What has left the known
/// stays outside. Not for several threads at once.
public final class TreeCursor {

    private final PrefixTree tree;
    private int node;
    private int length;
    private int leftAt = PrefixTree.NONE;
    private double stepProbability = 1;

    TreeCursor(PrefixTree tree) {
        this.tree = tree;
        this.node = tree.root();
    }

    /// Accepts the next message.
    public void next(String type) {
        if (isKnown()) {
            int next = tree.next(node, type);
            stepProbability = next < 0 ? 0 : tree.share(next, node);
            if (next < 0) {
                leftAt = length;
            }
            node = next;
        }
        length++;
    }

    /// Whether the messages so far begin at least one known sequence.
    public boolean isKnown() {
        return node >= 0;
    }

    /// The node reached, or −1 outside the known.
    public int node() {
        return node;
    }

    /// The 0-based index of the first message outside the known, or −1 if there is none.
    public int leftAt() {
        return leftAt;
    }

    /// How many messages were taken.
    public int length() {
        return length;
    }

    /// The probability of the last message after those before it: 1 before the first message, 0
    /// outside the known.
    public double stepProbability() {
        return stepProbability;
    }

    /// The probability that a dialog that came this far ends here; 0 outside the known.
    public double endProbability() {
        return isKnown() ? tree.endProbability(node) : 0;
    }
}
