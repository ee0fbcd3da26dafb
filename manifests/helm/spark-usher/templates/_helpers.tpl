{{/* Labels of everything; pass a component where there is one: (dict "component" "webhook"). */}}
{{- define "spark-usher.labels" -}}
app.kubernetes.io/name: spark-usher
{{- with .component }}
app.kubernetes.io/component: {{ . }}
{{- end }}
{{- end }}

{{/* The image, which is one value: name and tag, or name and digest. */}}
{{- define "spark-usher.image" -}}
{{ .Values.image | default (printf "spark-usher:%s" .Chart.AppVersion) }}
{{- end }}

{{/* Where Spark Usher is not asked: namespaces that must come up without it, and those that an admin took out. */}}
{{- define "spark-usher.namespaceSelector" -}}
matchExpressions:
  - key: kubernetes.io/metadata.name
    operator: NotIn
    values:
      - kube-system
      - {{ .Release.Namespace }}
      {{- range .Values.webhook.excludedNamespaces }}
      - {{ . }}
      {{- end }}
  - key: spark-usher.io/admission
    operator: NotIn
    values: [disabled]
  {{- with .Values.webhook.namespaceExpressions }}
  {{- toYaml . | nindent 2 }}
  {{- end }}
{{- end }}

{{/* What the pods of both Deployments have in common; pass (dict "root" $ "component" "webhook" "values" .Values.webhook). */}}
{{- define "spark-usher.pod" -}}
# The account's own setting is no token: this pod says that it needs one.
automountServiceAccountToken: true
enableServiceLinks: false
{{- with .root.Values.priorityClass.name }}
priorityClassName: {{ . }}
{{- end }}
{{- with .root.Values.imagePullSecrets }}
imagePullSecrets:
  {{- toYaml . | nindent 2 }}
{{- end }}
securityContext:
  runAsNonRoot: true
  runAsUser: 65532
  runAsGroup: 65532
  fsGroup: 65532
  seccompProfile:
    type: RuntimeDefault
{{- with .values.nodeSelector }}
nodeSelector:
  {{- toYaml . | nindent 2 }}
{{- end }}
{{- with .values.affinity }}
affinity:
  {{- toYaml . | nindent 2 }}
{{- end }}
{{- with .values.tolerations }}
tolerations:
  {{- toYaml . | nindent 2 }}
{{- end }}
{{- end }}

{{/* What their containers have in common. */}}
{{- define "spark-usher.container" -}}
image: {{ include "spark-usher.image" .root }}
imagePullPolicy: {{ .root.Values.imagePullPolicy }}
resources:
  {{- toYaml .values.resources | nindent 2 }}
securityContext:
  allowPrivilegeEscalation: false
  capabilities:
    drop: [ALL]
  privileged: false
  readOnlyRootFilesystem: true
  runAsNonRoot: true
  seccompProfile:
    type: RuntimeDefault
terminationMessagePolicy: FallbackToLogsOnError
{{- end }}

{{/* Which pod this is: its Lease and its events say so. */}}
{{- define "spark-usher.environment" -}}
- name: POD_NAME
  valueFrom:
    fieldRef:
      fieldPath: metadata.name
- name: POD_UID
  valueFrom:
    fieldRef:
      fieldPath: metadata.uid
- name: POD_NAMESPACE
  valueFrom:
    fieldRef:
      fieldPath: metadata.namespace
{{- end }}

{{/* Whether the webhook's certificate comes from files. */}}
{{- define "spark-usher.certificateSecret" -}}
{{- if eq .Values.certificates.type "CertManager" -}}
spark-usher-certificate
{{- else if eq .Values.certificates.type "Secret" -}}
{{ required "certificates.secretName is missing: name the Secret that holds tls.crt, tls.key and ca.crt" .Values.certificates.secretName }}
{{- end -}}
{{- end }}

{{/* Probes over HTTPS on a named port. Liveness asks little: a replica that waits for the API server is not to be killed. */}}
{{- define "spark-usher.probes" -}}
startupProbe:
  httpGet:
    path: /healthz
    port: {{ . }}
    scheme: HTTPS
  periodSeconds: 1
  timeoutSeconds: 5
  failureThreshold: 180
livenessProbe:
  httpGet:
    path: /healthz
    port: {{ . }}
    scheme: HTTPS
  periodSeconds: 10
  timeoutSeconds: 5
  failureThreshold: 3
readinessProbe:
  httpGet:
    path: /readyz
    port: {{ . }}
    scheme: HTTPS
  periodSeconds: 2
  timeoutSeconds: 5
  failureThreshold: 3
{{- end }}
