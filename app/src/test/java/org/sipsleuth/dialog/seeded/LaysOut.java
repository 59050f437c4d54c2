package org.sipsleuth.dialog.seeded;

import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;

/// Breaks a rule on purpose; [org.sipsleuth.app.ArchitectureFaultsTest] sees the rule fail on it.
public final class LaysOut {
    PdfRendererBuilder builder;
}
