;;; What a scribe does in Emacs, step by step. -*- lexical-binding: t -*-
;; Each step ends when its effect is there, or fails with its name.
(require 'json)
(require 'cl-lib)

(defvar report nil)
(defvar messages nil)

(defmacro step (name &rest body)
  "Put into the report what BODY answers, or how it failed, as NAME."
  (declare (indent 1))
  `(push (cons ,name (condition-case failure (progn ,@body)
                       (error (format "failed: %S; messages: %S" failure messages))))
         report))

(defmacro wait-until (what &rest condition)
  "Wait until CONDITION holds, or fail with WHAT."
  (declare (indent 1))
  `(let ((end (time-add nil 20)) found)
     (while (and (not (setq found (progn ,@condition))) (time-less-p nil end))
       (have-rest)
       (accept-process-output nil 0.05))
     (or found (error "Waited in vain until %s" ,what))))

(defun have-rest ()
  "Have Eglot tell the server of changes, as it does when somebody before Emacs rests."
  (when (and (featurep 'eglot) (eglot-current-server)) (eglot--signal-textDocument/didChange)))

(defun has (words &optional buffer)
  (with-current-buffer (or buffer (current-buffer))
    (save-excursion (goto-char (point-min)) (search-forward words nil t))))

(defun go (words)
  (have-rest)
  (goto-char (point-min))
  (search-forward words)
  (goto-char (match-beginning 0)))

(defun line (text)
  "Write TEXT in place of the line at point, and tell the server."
  (delete-region (line-beginning-position) (line-end-position))
  (insert text)
  (have-rest))

(defun choose (words)
  "Run the code action here that has WORDS."
  (let* ((actions (eglot-code-actions (point) (point)))
         (action (cl-find-if (lambda (each) (string-search words (plist-get each :title))) actions)))
    (unless action
      (error "%s is not among: %S" words (mapcar (lambda (each) (plist-get each :title)) actions)))
    (cl-letf (((symbol-function 'completing-read) (lambda (&rest _) (plist-get action :title)))
              (last-nonmenu-event 'key))
      (eglot-code-actions (point) (point) nil t))))

(defun codes ()
  (flymake-start)
  (mapcar (lambda (each)
            (plist-get (alist-get 'eglot-lsp-diag (flymake-diagnostic-data each)) :code))
          (flymake-diagnostics)))

(defun find-text (name)
  (let ((buffer (get-buffer name)))
    (and buffer (with-current-buffer buffer (buffer-string)))))

;; Nobody is there to answer.
(defalias 'yes-or-no-p #'always)
(defalias 'y-or-n-p #'always)
(advice-add 'message :before
            (lambda (form &rest values) (when form (push (apply #'format form values) messages))))

(defun drive (file)
  (step "connection"
    (find-file file)
    ;; Where nobody types, no command ends.
    (run-hooks 'post-command-hook)
    (wait-until "there is a server" (eglot-current-server))
    t)
  (step "diagnostics"
    (wait-until "something is wrong" (codes))
    (vconcat (codes)))
  (step "fix"
    (go "Friday")
    (choose "Thursday")
    (wait-until "it is Thursday" (has "Thursday 2026-02-12"))
    (wait-until "nothing is wrong" (null (codes)))
    t)
  (step "completion"
    (go "- all of us")
    (line "- @fa")
    (let* ((found (eglot-completion-at-point))
           (all (all-completions "@fa" (nth 2 found))))
      (line "- all of us - thanks for the lunch")
      (vconcat (mapcar #'substring-no-properties all))))
  (step "command in a line"
    (go "clean the barrels")
    (choose "Check Off Action Item")
    (wait-until "it is checked off" (has "- [x] @farid - clean the barrels"))
    t)
  (step "command with an answer"
    (go "clean the barrels")
    (minutebook "minutebook.record.decision" :text "We press on Thursday.")
    (wait-until "the decision is noted" (has "We press on Thursday."))
    t)
  (step "rename"
    (go "quentina")
    (eglot-rename "quince")
    (wait-until "it is renamed here" (not (has "quentina")))
    (and (string-search "@quince" (find-text "orchard-minutes-2026-01-21.md")) t))
  (step "formatting"
    (go "### Welcome")
    (line "### Welcome  ")
    (eglot-format-buffer)
    (wait-until "the blanks are gone" (has "### Welcome\n"))
    t)
  (step "new minutes"
    (goto-char (point-min))
    (choose "New Minutes from Previous")
    (let ((name "orchard-minutes-2026-02-18.md"))
      (wait-until "there are new minutes" (find-text name))
      (wait-until "they are told of" (cl-some (lambda (each) (string-search name each)) messages))
      (find-text name)))
  (step "a refusal"
    (goto-char (point-min))
    (choose "New Minutes from Previous")
    (wait-until "it is told" (cl-some (lambda (each) (string-search "never written over" each)) messages))
    t)
  (push (cons "messages" (vconcat (reverse messages))) report)
  (push (cons "errors" (mapconcat (lambda (buffer)
                                    (if (string-match-p "EGLOT.*stderr" (buffer-name buffer)) (find-text (buffer-name buffer)) ""))
                                  (buffer-list) ""))
        report)
  (with-temp-file (getenv "REPORT")
    (insert (json-encode report)))
  (kill-emacs 0))

(drive (car command-line-args-left))
