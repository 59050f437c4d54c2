package org.sipsleuth.dialog.part;

import java.util.ArrayList;
import java.util.List;

/// A part of a capture file: blocks of frames in a row. What is loose in it is settled when it is
/// read behind what is before it, so that it does not matter in which parts, and in which order, a file
/// was taken apart: reading `a.join(b.join(c))` gives what `a.join(b).join(c)` does, and the file as a
/// whole.
public final class CapturePart {

    /// No frames: `EMPTY.join(a)` and `a.join(EMPTY)` are `a`.
    public static final CapturePart EMPTY = new CapturePart(List.of());

    private final List<FrameBlock> blocks;

    private CapturePart(List<FrameBlock> blocks) {
        this.blocks = blocks;
    }

    /// A block as a part.
    static CapturePart of(FrameBlock block) {
        return new CapturePart(List.of(block));
    }

    /// This part and the one that begins where it ends.
    public CapturePart join(CapturePart next) {
        if (blocks.isEmpty()) {
            return next;
        }
        if (next.blocks.isEmpty()) {
            return this;
        }
        List<FrameBlock> all = new ArrayList<>(blocks);
        all.addAll(next.blocks);
        return new CapturePart(List.copyOf(all));
    }

    /// Its blocks, in the order of their frames.
    public List<FrameBlock> blocks() {
        return blocks;
    }
}
