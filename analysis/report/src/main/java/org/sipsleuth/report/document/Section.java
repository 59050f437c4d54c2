package org.sipsleuth.report.document;

import java.util.List;
import java.util.function.Supplier;

/// A part of a document.
///
/// @param content what stands below its heading; made when it is shown: reasons and figures take
///     long
public record Section(Topic topic, Supplier<List<Block>> content) {

    /// What stands below its heading.
    public List<Block> blocks() {
        return content.get();
    }
}
