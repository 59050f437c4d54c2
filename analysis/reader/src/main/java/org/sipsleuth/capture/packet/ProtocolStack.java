package org.sipsleuth.capture.packet;

import java.util.ArrayList;
import java.util.List;

/// The protocol stack of a packet, as a node of a tree: packets of the same stack share one node,
/// so that the stack of a message costs one reference. One thread creates nodes; any thread may
/// read them.
public final class ProtocolStack {

    /// No layer yet.
    static final ProtocolStack NONE = new ProtocolStack(List.of());

    /// The limit of stacks, against frames crafted to differ in their layers.
    private static final int MOST_WAYS = 4_096;

    private final ProtocolStack root;
    private final List<String> names;
    private final List<ProtocolStack> children = new ArrayList<>();
    private final List<Layer> layers = new ArrayList<>();
    private int ways; // counted at the root

    public ProtocolStack(List<String> names) {
        this.names = names;
        this.root = this;
    }

    private ProtocolStack(ProtocolStack root, List<String> names) {
        this.root = root;
        this.names = names;
    }

    /// The stack with this layer added; at the limit, the stack itself.
    @SuppressWarnings("ReferenceEquality") // a layer is itself only
    public ProtocolStack then(Layer layer) {
        for (int i = 0; i < layers.size(); i++) {
            if (layers.get(i) == layer) {
                return children.get(i);
            }
        }
        if (root.ways == MOST_WAYS) {
            return this;
        }
        root.ways++;
        List<String> longer = new ArrayList<>(names);
        longer.add(layer.name());
        ProtocolStack child = new ProtocolStack(root, List.copyOf(longer));
        layers.add(layer);
        children.add(child);
        return child;
    }

    /// The names of the layers from the outermost to the innermost.
    public List<String> names() {
        return names;
    }
}
