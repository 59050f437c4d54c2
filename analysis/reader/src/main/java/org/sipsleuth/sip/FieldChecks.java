package org.sipsleuth.sip;

import org.sipsleuth.sip.field.AddressScan;
import org.sipsleuth.sip.field.CSeqScan;
import org.sipsleuth.sip.field.SipGrammar;
import org.sipsleuth.sip.field.UriCheck;
import org.sipsleuth.sip.field.ViaScan;

/// Reads the values of the header fields that contain parts, and records their defects. Of
/// a repeated header field, the first one counts.
final class FieldChecks {

    private static final long MAX_DELTA_SECONDS = 0xffff_ffffL;
    static final int MAX_HOPS = 255;

    private FieldChecks() {}

    /// Reads the value in the range.
    ///
    /// @param field where the header field begins
    static void read(HeaderName name, byte[] a, int field, int from, int to, SipLayout layout) {
        boolean first = layout.scratch.firstOf(name);
        ReadField read = name.read();
        if (read == null) {
            return;
        }
        if (read.isSingle() && !first) {
            layout.defect(DefectKind.REPEATED_FIELD, field, to);
            return;
        }
        switch (read) {
            case VIA -> via(a, from, to, first, layout);
            case FROM -> from(a, from, to, layout);
            case TO -> to(a, from, to, layout);
            case CALL_ID -> callId(a, from, to, layout);
            case CSEQ -> cseq(a, from, to, layout);
            case MAX_FORWARDS -> maxForwards(a, from, to, layout);
            case CONTACT -> contact(a, from, to, layout);
            case ROUTE -> route(DefectKind.ROUTE, a, from, to, layout);
            case RECORD_ROUTE -> route(DefectKind.RECORD_ROUTE, a, from, to, layout);
            case CONTENT_LENGTH -> contentLength(a, from, to, layout);
            case CONTENT_TYPE -> contentType(a, from, to, layout);
            case CONTENT_DISPOSITION -> layout.scratch.body.header().disposition(from, to);
            case CONTENT_ENCODING -> layout.scratch.body.header().encoding(from, to);
            case USER_AGENT -> {
                if (first) {
                    layout.part(Part.USER_AGENT, from, to);
                }
            }
            case SERVER -> {
                if (first && !layout.scratch.hasSeen(HeaderName.USER_AGENT)) {
                    layout.part(Part.USER_AGENT, from, to);
                }
            }
            case EXPIRES -> expires(a, from, to, layout);
            case DATE -> date(a, from, to, layout);
        }
    }

    /// Records missing mandatory header fields as defects at the end of the start
    /// line.
    static void missing(int lineTo, SipLayout layout) {
        missing(HeaderName.VIA, DefectKind.MISSING_VIA, lineTo, layout);
        missing(HeaderName.FROM, DefectKind.MISSING_FROM, lineTo, layout);
        missing(HeaderName.TO, DefectKind.MISSING_TO, lineTo, layout);
        missing(HeaderName.CALL_ID, DefectKind.MISSING_CALL_ID, lineTo, layout);
        missing(HeaderName.CSEQ, DefectKind.MISSING_CSEQ, lineTo, layout);
        if (layout.isRequest()) {
            missing(HeaderName.MAX_FORWARDS, DefectKind.MISSING_MAX_FORWARDS, lineTo, layout);
        }
    }

    private static void missing(HeaderName name, DefectKind kind, int at, SipLayout layout) {
        if (!layout.scratch.hasSeen(name)) {
            layout.defect(kind, at, at);
        }
    }

    private static void from(byte[] a, int from, int to, SipLayout layout) {
        AddressScan address = address(a, from, to, DefectKind.FROM, layout);
        layout.part(Part.FROM_URI, address.uriFrom, address.uriTo);
        layout.part(Part.FROM_TAG, address.tagFrom, address.tagTo);
        if (address.tagFrom < 0) {
            layout.defect(DefectKind.NO_FROM_TAG, from, to);
        }
    }

    private static void to(byte[] a, int from, int to, SipLayout layout) {
        AddressScan address = address(a, from, to, DefectKind.TO, layout);
        layout.part(Part.TO_URI, address.uriFrom, address.uriTo);
        layout.part(Part.TO_TAG, address.tagFrom, address.tagTo);
    }

    private static void maxForwards(byte[] a, int from, int to, SipLayout layout) {
        long hops = SipGrammar.number(a, from, to);
        if (hops < 0 || hops > MAX_HOPS) {
            layout.defect(DefectKind.MAX_FORWARDS, from, to);
        }
    }

    private static void contentLength(byte[] a, int from, int to, SipLayout layout) {
        layout.contentLength(SipGrammar.number(a, from, to));
        if (layout.contentLength() < 0) {
            layout.defect(DefectKind.CONTENT_LENGTH, from, to);
        }
    }

    private static AddressScan address(byte[] a, int from, int to, DefectKind kind, SipLayout layout) {
        AddressScan address = layout.scratch.address;
        address.read(a, from, to, false);
        if (address.faultFrom >= 0) {
            layout.defect(kind, address.faultFrom, faultTo(address, to));
        }
        if (address.isTagMalformed) {
            layout.defect(DefectKind.TAG, address.tagFrom, address.tagTo);
        }
        return address;
    }

    /// The end of the fault of an address: within its URI, or the end of the value.
    private static int faultTo(AddressScan address, int to) {
        return address.faultTo < 0 ? to : address.faultTo;
    }

    private static void contact(byte[] a, int from, int to, SipLayout layout) {
        AddressScan address = layout.scratch.address;
        int p = from;
        do {
            address.read(a, p, to, true);
            if (address.faultFrom >= 0 && !address.isStar(a)) {
                layout.defect(DefectKind.CONTACT, address.faultFrom, faultTo(address, address.end));
                return;
            }
            p = address.end + 1;
        } while (p <= to);
    }

    private static void route(DefectKind kind, byte[] a, int from, int to, SipLayout layout) {
        AddressScan address = layout.scratch.address;
        if (!isRoute(address, a, from, to)) {
            int fault = address.faultFrom < 0 ? address.uriFrom : address.faultFrom;
            layout.defect(kind, fault, faultTo(address, address.end));
        }
    }

    /// Whether the range is a list of addresses in angle brackets (RFC 3261 §20.30, §20.34).
    static boolean isRoute(AddressScan address, byte[] a, int from, int to) {
        int p = from;
        do {
            address.read(a, p, to, true);
            if (address.faultFrom >= 0 || !address.isBracketed) {
                return false;
            }
            p = address.end + 1;
        } while (p <= to);
        return true;
    }

    private static void via(byte[] a, int from, int to, boolean first, SipLayout layout) {
        ViaScan via = layout.scratch.via;
        boolean topmost = first;
        int p = from;
        do {
            via.read(a, p, to);
            if (topmost) {
                layout.part(Part.BRANCH, via.branchFrom, via.branchTo);
                topmost = false;
            }
            if (via.isBranchMalformed) {
                layout.defect(DefectKind.BRANCH, via.branchFrom, via.branchTo);
            }
            layout.countVia(via.faultFrom >= 0);
            if (via.faultFrom >= 0) {
                layout.defect(DefectKind.VIA, via.faultFrom, via.end);
                return;
            }
            p = via.end + 1;
        } while (p <= to);
    }

    private static void callId(byte[] a, int from, int to, SipLayout layout) {
        int p = from;
        while (p < to && !SipGrammar.isLws(a[p]) && a[p] != 0) {
            p++;
        }
        boolean nul = p < to && a[p] == 0; // programs in C see the Call-ID end there
        layout.part(Part.CALL_ID, from, nul ? p : to);
        int wordsTo = UriCheck.callIdEnd(a, from, to);
        if (p < to || from == to) {
            layout.defect(DefectKind.CALL_ID, from, to);
        } else if (wordsTo < to) {
            layout.defect(DefectKind.CALL_ID, wordsTo, to);
        }
    }

    private static void cseq(byte[] a, int from, int to, SipLayout layout) {
        CSeqScan cseq = layout.scratch.cseq;
        cseq.read(a, from, to);
        boolean isNumberCut = layout.isCut() && cseq.numberTo == layout.messageTo();
        if (isNumberCut) {
            layout.cseqNumber(-1);
        } else if (cseq.number > Integer.MAX_VALUE) {
            layout.defect(DefectKind.CSEQ_NUMBER, from, cseq.numberTo);
        } else {
            layout.cseqNumber(cseq.number);
        }
        if (cseq.malformed) {
            layout.defect(DefectKind.CSEQ, from, to);
        }
        layout.part(Part.CSEQ_METHOD, cseq.methodFrom, cseq.methodTo);
        if (layout.isRequest() && cseq.methodFrom >= 0 && !isMethod(a, cseq.methodFrom, cseq.methodTo, layout)) {
            layout.defect(DefectKind.CSEQ_METHOD, cseq.methodFrom, cseq.methodTo);
        }
    }

    /// Whether the range holds the method of the start line.
    static boolean isMethod(byte[] a, int from, int to, SipLayout layout) {
        int method = layout.from(Part.METHOD);
        if (to - from != layout.to(Part.METHOD) - method) {
            return false;
        }
        for (int i = 0; i < to - from; i++) {
            if (a[from + i] != a[method + i]) {
                return false;
            }
        }
        return true;
    }

    private static void contentType(byte[] a, int from, int to, SipLayout layout) {
        layout.part(Part.CONTENT_TYPE, from, to);
        layout.scratch.body.header().type(a, from, to);
        int slash = SipGrammar.skipLws(a, SipGrammar.tokenEnd(a, from, to), to);
        int subtype = SipGrammar.skipLws(a, Math.min(slash + 1, to), to);
        if (slash == from || slash >= to || a[slash] != '/' || SipGrammar.tokenEnd(a, subtype, to) == subtype) {
            layout.defect(DefectKind.CONTENT_TYPE, from, to);
        }
    }

    private static void expires(byte[] a, int from, int to, SipLayout layout) {
        long seconds = SipGrammar.number(a, from, to);
        if (seconds < 0 || seconds > MAX_DELTA_SECONDS) {
            layout.defect(DefectKind.EXPIRES, from, to);
        }
    }

    private static void date(byte[] a, int from, int to, SipLayout layout) {
        if (!isDate(a, from, to)) {
            layout.defect(DefectKind.DATE, from, to);
        }
    }

    /// `Sat, 13 Nov 2010 23:29:00 GMT`: checks its length, its separators and its
    /// zone.
    static boolean isDate(byte[] a, int from, int to) {
        return to - from == 29 && a[from + 3] == ',' && a[from + 19] == ':' && a[from + 22] == ':'
                && SipGrammar.isWord(a, to - 3, to, "gmt") && SipGrammar.number(a, from + 5, from + 7) >= 0
                && SipGrammar.number(a, from + 12, from + 16) >= 0;
    }
}
