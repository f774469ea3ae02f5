package org.wellmet.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import org.springframework.web.filter.OncePerRequestFilter;

/// Refuses a body under `/api/` that is longer than any that is read there, by its head or, where that does not say,
/// by its first bytes. Before all who read bodies.
///
/// Thread-safe.
final class BodyFilter extends OncePerRequestFilter {
    /// The longest text is a few thousand characters; four bytes each, escaped, and room beside it.
    static final int MAX_BYTES = 65_536;

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !Problems.isApi(request);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        boolean isUntold = request.getContentLengthLong() < 0 && request.getHeader("Transfer-Encoding") != null;
        byte[] start = isUntold ? request.getInputStream().readNBytes(MAX_BYTES + 1) : new byte[0];
        if (start.length > MAX_BYTES || request.getContentLengthLong() > MAX_BYTES) {
            response.sendError(HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE);
        } else {
            chain.doFilter(isUntold ? new Whole(request, start) : request, response);
        }
    }

    /// A request whose body was read.
    private static final class Whole extends HttpServletRequestWrapper {
        private final ServletInputStream body;

        Whole(HttpServletRequest request, byte[] body) {
            super(request);
            this.body = new Bytes(new ByteArrayInputStream(body));
        }

        @Override
        public ServletInputStream getInputStream() {
            return body;
        }

        @Override
        public BufferedReader getReader() {
            return new BufferedReader(new InputStreamReader(body, StandardCharsets.UTF_8));
        }
    }

    private static final class Bytes extends ServletInputStream {
        private final ByteArrayInputStream bytes;

        Bytes(ByteArrayInputStream bytes) {
            this.bytes = bytes;
        }

        @Override
        public int read() {
            return bytes.read();
        }

        @Override
        public int read(byte[] into, int offset, int length) {
            return bytes.read(into, offset, length);
        }

        @Override
        public boolean isFinished() {
            return bytes.available() == 0;
        }

        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public void setReadListener(ReadListener listener) {
            throw new IllegalStateException("a body that was read is not read asynchronously");
        }
    }
}
