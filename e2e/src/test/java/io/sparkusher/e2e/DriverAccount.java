package io.sparkusher.e2e;

import io.fabric8.kubernetes.api.model.authentication.TokenRequest;
import io.fabric8.kubernetes.api.model.authentication.TokenRequestBuilder;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.ConfigBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import java.io.IOException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a driver pod knows of its account: a token, and by what to trust the API server.
 *
 * @param pod the driver's own
 * @param authority the file with the certificate that the API server is to be trusted by
 */
record DriverAccount(URL server, String namespace, String pod, String token, Path authority) {
    /** Asks for a token of an account that exists. */
    static DriverAccount of(KubernetesClient admin, String namespace, String account, String pod, Path folder)
            throws IOException {
        TokenRequest request = new TokenRequestBuilder().withNewSpec().endSpec().build();
        String token = admin.serviceAccounts()
                .inNamespace(namespace)
                .withName(account)
                .tokenRequest(request)
                .getStatus()
                .getToken();
        return new DriverAccount(admin.getMasterUrl(), namespace, pod, token, authority(admin, folder));
    }

    private static Path authority(KubernetesClient admin, Path folder) throws IOException {
        Config config = admin.getConfiguration();
        if (config.getCaCertFile() != null) {
            return Path.of(config.getCaCertFile());
        }
        Path file = folder.resolve("cluster-ca.crt");
        return Files.write(file, Base64.getDecoder().decode(config.getCaCertData()));
    }

    /** A client that may do what the account may, and nothing more. */
    KubernetesClient client() {
        Config config = new ConfigBuilder(Config.empty())
                .withMasterUrl(server.toString())
                .withOauthToken(token)
                .withCaCertFile(authority.toString())
                .withNamespace(namespace)
                .build();
        return new KubernetesClientBuilder().withConfig(config).build();
    }

    /** What Spark is told of it: in client mode, and where it is a pod itself. */
    Map<String, String> conf() {
        Map<String, String> conf = new LinkedHashMap<>();
        conf.put("spark.kubernetes.driver.pod.name", pod);
        conf.put("spark.kubernetes.driver.master", server.toString());
        for (String client : new String[] {"authenticate", "authenticate.driver.mounted"}) {
            conf.put("spark.kubernetes." + client + ".oauthToken", token);
            conf.put("spark.kubernetes." + client + ".caCertFile", authority.toString());
        }
        return conf;
    }
}
