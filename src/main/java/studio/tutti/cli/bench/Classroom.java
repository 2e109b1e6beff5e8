package studio.tutti.cli.bench;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/** Pages that read the same files at once, through one line that they share. */
final class Classroom {

    private static final int PIECE = 16_384;

    private final int pages;
    private final double bytesASecond;
    private final String secret;
    private double free;

    /** @param bytesASecond what the line carries */
    Classroom(int pages, double bytesASecond, String secret) {
        this.pages = pages;
        this.bytesASecond = bytesASecond;
        this.secret = secret;
    }

    /** Milliseconds until the last of the pages has all files. */
    double opens(List<URI> files) throws InterruptedException, ExecutionException {
        long began = System.nanoTime();
        free = began;
        try (HttpClient http = HttpClient.newHttpClient();
                ExecutorService people = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> reading = new ArrayList<>();
            for (int page = 0; page < pages; page++) {
                reading.add(people.submit(() -> {
                    for (URI file : files) {
                        read(http, file);
                    }
                    return null;
                }));
            }
            for (Future<?> each : reading) {
                each.get();
            }
        }
        return (System.nanoTime() - began) / 1e6;
    }

    private void read(HttpClient http, URI file) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(file)
                .header("Cookie", "tutti-person=" + secret)
                .header("Accept-Encoding", "gzip")
                .build();
        try (InputStream in = http.send(request, HttpResponse.BodyHandlers.ofInputStream()).body()) {
            byte[] piece = new byte[PIECE];
            for (int read = in.read(piece); read >= 0; read = in.read(piece)) {
                pass(read);
            }
        }
    }

    /** Waits until the line has carried so many bytes more. */
    private void pass(int bytes) throws InterruptedException {
        double through;
        synchronized (this) {
            free = Math.max(free, System.nanoTime()) + bytes / bytesASecond * 1e9;
            through = free;
        }
        TimeUnit.NANOSECONDS.sleep(Math.max(0, (long) through - System.nanoTime()));
    }
}
