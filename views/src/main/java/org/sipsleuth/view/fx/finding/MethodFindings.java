package org.sipsleuth.view.fx.finding;

import java.util.List;
import java.util.function.Function;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.finding.Finding;
import org.sipsleuth.run.RunMonitor;

/// What one method finds in a capture.
///
/// @param index the capture
/// @param findings tells them; called in the background
public record MethodFindings(SipIndex index, Function<RunMonitor, List<Finding>> findings) {}
